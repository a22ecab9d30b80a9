import { hasRelation, insertLink } from './link-call.ts';
import { type Mechanism, plainRequest } from './mechanism.ts';

/** `<link rel=preload as=fetch>`: destination "", hence connect-src. */
export default {
  name: 'link[rel=preload][as=fetch]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => plainRequest,
  blocked: ['error'],
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'fetch', crossorigin: '' }),
} satisfies Mechanism;
