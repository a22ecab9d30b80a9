import { importModule, importsModule } from './import-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `import … with {type: 'json'}`: destination json, hence connect-src. */
export default {
  name: 'import json',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  request: () => ({ destination: 'json', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'application/json', body: '{}' },
  blocked: ['rejects TypeError'],
  detect: () => importsModule('application/json', 'json'),
  open: (call) => importModule(call, 'json'),
} satisfies Mechanism;
