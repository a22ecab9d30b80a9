import { hasRelation, insertLink } from './link-call.ts';
import { type Mechanism, plainRequest } from './mechanism.ts';

/** `<link rel=compression-dictionary>`: destination "", hence connect-src. */
export default {
  name: 'link[rel=compression-dictionary]',
  spec: 'HTML#link-type-compression-dictionary',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => plainRequest,
  response: { headers: [['Use-As-Dictionary', 'match="/dictionary/*"']] },
  blocked: ['error'],
  detect: () => hasRelation('compression-dictionary'),
  open: (call) => insertLink(call, { rel: 'compression-dictionary', crossorigin: '' }),
} satisfies Mechanism;
