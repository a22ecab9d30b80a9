import { importModule, importsModule } from './import-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `import … with {type: 'text'}`: destination text, hence connect-src. */
export default {
  name: 'import text',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  request: () => ({ destination: 'text', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/plain', body: 'ok' },
  blocked: ['rejects TypeError'],
  detect: () => importsModule('text/plain', 'text'),
  open: (call) => importModule(call, 'text'),
} satisfies Mechanism;
