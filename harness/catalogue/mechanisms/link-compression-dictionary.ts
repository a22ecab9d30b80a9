import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=compression-dictionary>`: destination "", hence connect-src. */
export default {
  name: 'link[rel=compression-dictionary]',
  spec: 'HTML#link-type-compression-dictionary',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => plainRequest,
  response: { headers: [['Use-As-Dictionary', 'match="/dictionary/*"']] },
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'compression-dictionary', crossOrigin: 'anonymous', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('compression-dictionary'),
  open: (call) => insertLink(call, { rel: 'compression-dictionary', crossorigin: '' }),
} satisfies MechanismInPage;
