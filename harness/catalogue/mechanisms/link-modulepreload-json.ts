import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** Whether a JSON module can be preloaded at all: a `data:` URL needs no server and no policy. */
function preloadsJson(): Promise<string | null> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.setAttribute('as', 'json');
    link.onload = () => resolve(null);
    link.onerror = () => resolve('rel=modulepreload does not take as=json (it refuses a data: module)');
    link.href = 'data:application/json,{}';
    document.head.append(link);
  });
}

/** `<link rel=modulepreload as=json>`: destination json, hence connect-src. */
export default {
  name: 'link[rel=modulepreload][as=json]',
  spec: 'HTML#link-type-modulepreload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'json', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'application/json', body: '{}' },
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', as: 'json', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('modulepreload') ?? preloadsJson(),
  open: (call) => insertLink(call, { rel: 'modulepreload', as: 'json' }),
} satisfies MechanismInPage;
