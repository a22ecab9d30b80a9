import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=stylesheet>`: governed by style-src-elem; option `nonce`. */
export default {
  name: 'link[rel=stylesheet]',
  spec: 'HTML#link-type-stylesheet',
  schemes: ['http', 'https'],
  globals: ['window'],
  options: { nonce: 'string' },
  request: ({ nonce = '' }) => ({
    destination: 'style',
    mode: 'no-cors',
    redirect: 'follow',
    nonce: String(nonce),
  }),
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
  open: (call) => insertLink(call, { rel: 'stylesheet', nonce: String(call.options.nonce ?? '') }),
} satisfies MechanismInPage;
