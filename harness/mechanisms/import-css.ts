import { importModule, importsModule } from './import-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `import … with {type: 'css'}`: destination style, hence style-src-elem. */
export default {
  name: 'import css',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'style', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/css', body: '' },
  blocked: ['rejects TypeError'],
  detect: () => importsModule('text/css', 'css'),
  open: (call) => importModule(call, 'css'),
} satisfies Mechanism;
