import { hasRelation, insertLink } from './link-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `<link rel=preload as=image>`: governed by the directive of its destination. */
export default {
  name: 'link[rel=preload][as=image]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'image', mode: 'cors', redirect: 'follow' }),
  blocked: ['error'],
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'image', crossorigin: '' }),
} satisfies Mechanism;
