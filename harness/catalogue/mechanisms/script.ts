import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';
import { trustedBy, trustedOptions } from '../support/trusted.ts';

/** `<script src>`, put in by script: governed by script-src-elem; options `nonce` and `integrity`. */
export default {
  name: 'script',
  spec: 'HTML#fetch-a-classic-script',
  schemes: ['http', 'https'],
  globals: ['window'],
  options: trustedOptions,
  request: (options) => ({
    destination: 'script',
    mode: 'no-cors',
    redirect: 'follow',
    parserMetadata: 'not-parser-inserted',
    ...trustedBy(options),
  }),
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
  open: (call) =>
    insertElement(Object.assign(document.createElement('script'), { src: call.url, ...call.options }), call),
} satisfies MechanismInPage;
