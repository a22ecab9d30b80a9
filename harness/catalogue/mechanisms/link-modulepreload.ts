import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=modulepreload>`: governed by script-src-elem. */
export default {
  name: 'link[rel=modulepreload]',
  spec: 'HTML#link-type-modulepreload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('modulepreload'),
  open: (call) => insertLink(call, { rel: 'modulepreload' }),
} satisfies MechanismInPage;
