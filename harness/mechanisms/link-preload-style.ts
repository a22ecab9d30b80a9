import { hasRelation, insertLink } from './link-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `<link rel=preload as=style>`: governed by the directive of its destination. */
export default {
  name: 'link[rel=preload][as=style]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'style', mode: 'cors', redirect: 'follow' }),
  blocked: ['error'],
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'style', crossorigin: '' }),
} satisfies Mechanism;
