import { hasRelation, insertLink } from './link-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `<link rel=modulepreload>`: governed by script-src-elem. */
export default {
  name: 'link[rel=modulepreload]',
  spec: 'HTML#link-type-modulepreload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  detect: () => hasRelation('modulepreload'),
  open: (call) => insertLink(call, { rel: 'modulepreload' }),
} satisfies Mechanism;
