import { importModule, importsModule } from './import-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `import … with {type: 'bytes'}`: destination bytes, hence connect-src. */
export default {
  name: 'import bytes',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  request: () => ({ destination: 'bytes', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'application/octet-stream', body: 'ok' },
  blocked: ['rejects TypeError'],
  detect: () => importsModule('application/octet-stream', 'bytes'),
  open: (call) => importModule(call, 'bytes'),
} satisfies Mechanism;
