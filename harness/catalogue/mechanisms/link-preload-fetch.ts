import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=preload as=fetch>`: destination "", hence connect-src. */
export default {
  name: 'link[rel=preload][as=fetch]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => plainRequest,
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
  placeInForm: 10,
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'fetch', crossorigin: '' }),
} satisfies MechanismInPage;
