import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { importModule, importsModule } from '../support/import-call.ts';

/** `import … with {type: 'json'}`: destination json, hence connect-src. */
export default {
  name: 'import json',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  syntax: true,
  request: () => ({ destination: 'json', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'application/json', body: '{}' },
  blocked: ['rejects TypeError'],
  snippet: ["import(URL, { with: { type: 'json' } }).then(console.log, console.error);"],
  placeInForm: 11,
} satisfies Mechanism;

export const inPage = {
  detect: () => importsModule('application/json', 'json'),
  open: (call) => importModule(call, 'json'),
} satisfies MechanismInPage;
