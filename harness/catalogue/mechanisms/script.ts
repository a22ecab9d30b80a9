import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';

/** `<script src>`: governed by script-src-elem. */
export default {
  name: 'script',
  spec: 'HTML#fetch-a-classic-script',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  snippet: [
    "const script = document.createElement('script');",
    'script.onload = script.onerror = console.log;',
    'script.src = URL;',
    'document.body.append(script);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open: (call) => insertElement(Object.assign(document.createElement('script'), { src: call.url }), call),
} satisfies MechanismInPage;
