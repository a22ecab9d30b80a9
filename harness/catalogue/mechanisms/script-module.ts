import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';
import { trustedBy, trustedOptions } from '../support/trusted.ts';

/** `<script type=module>`, put in by script: governed by script-src-elem; options `nonce` and `integrity`. */
export default {
  name: 'script[type=module]',
  spec: 'HTML#fetch-a-module-script-tree',
  schemes: ['http', 'https'],
  globals: ['window'],
  options: trustedOptions,
  request: (options) => ({
    destination: 'script',
    mode: 'cors',
    redirect: 'follow',
    parserMetadata: 'not-parser-inserted',
    ...trustedBy(options),
  }),
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
    insertElement(
      Object.assign(document.createElement('script'), { type: 'module', src: call.url, ...call.options }),
      call,
    ),
} satisfies MechanismInPage;
