import { hasRelation, insertLink } from './link-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `<link rel=stylesheet>`: governed by style-src-elem. */
export default {
  name: 'link[rel=stylesheet]',
  spec: 'HTML#link-type-stylesheet',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'style', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/css', body: '' },
  blocked: ['error'],
  detect: () => hasRelation('stylesheet'),
  open: (call) => insertLink(call, { rel: 'stylesheet' }),
} satisfies Mechanism;
