import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { importModule, importsModule } from '../support/import-call.ts';

/** `import … with {type: 'text'}`: destination text, hence connect-src. */
export default {
  name: 'import text',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  syntax: true,
  request: () => ({ destination: 'text', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/plain', body: 'ok' },
  blocked: ['rejects TypeError'],
  snippet: ["import(URL, { with: { type: 'text' } }).then(console.log, console.error);"],
  placeInForm: 12,
} satisfies Mechanism;

export const inPage = {
  detect: () => importsModule('text/plain', 'text'),
  open: (call) => importModule(call, 'text'),
} satisfies MechanismInPage;
