import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { recordPromise } from '../support/record-promise.ts';

/** `import()` of a script: governed by script-src-elem. */
export default {
  name: 'import',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  syntax: true,
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['rejects TypeError'],
  snippet: ['import(URL).then(console.log, console.error);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    recordPromise(import(url), record);
  },
} satisfies MechanismInPage;
