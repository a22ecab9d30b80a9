import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';

/** `<script type=module>`: governed by script-src-elem. */
export default {
  name: 'script[type=module]',
  spec: 'HTML#fetch-a-module-script-tree',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  snippet: [
    "const script = document.createElement('script');",
    "script.type = 'module';",
    'script.onload = script.onerror = console.log;',
    'script.src = URL;',
    'document.body.append(script);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => ('noModule' in HTMLScriptElement.prototype ? null : '<script> has no type=module'),
  open: (call) =>
    insertElement(Object.assign(document.createElement('script'), { type: 'module', src: call.url }), call),
} satisfies MechanismInPage;
