import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=stylesheet>`: governed by style-src-elem. */
export default {
  name: 'link[rel=stylesheet]',
  spec: 'HTML#link-type-stylesheet',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'style', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/css', body: '' },
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('stylesheet'),
  open: (call) => insertLink(call, { rel: 'stylesheet' }),
} satisfies MechanismInPage;
