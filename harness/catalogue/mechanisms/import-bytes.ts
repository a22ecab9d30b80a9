import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { importModule, importsModule } from '../support/import-call.ts';

/** `import … with {type: 'bytes'}`: destination bytes, hence connect-src. */
export default {
  name: 'import bytes',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  syntax: true,
  request: () => ({ destination: 'bytes', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'application/octet-stream', body: 'ok' },
  blocked: ['rejects TypeError'],
  snippet: ["import(URL, { with: { type: 'bytes' } }).then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: () => importsModule('application/octet-stream', 'bytes'),
  open: (call) => importModule(call, 'bytes'),
} satisfies MechanismInPage;
