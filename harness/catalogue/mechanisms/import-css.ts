import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { importModule, importsModule } from '../support/import-call.ts';

/** `import … with {type: 'css'}`: destination style, hence style-src-elem. */
export default {
  name: 'import css',
  spec: 'HTML#fetch-a-single-module-script',
  schemes: ['http', 'https'],
  globals: ['window'],
  syntax: true,
  request: () => ({ destination: 'style', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/css', body: '' },
  blocked: ['rejects TypeError'],
  snippet: ["import(URL, { with: { type: 'css' } }).then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: () => importsModule('text/css', 'css'),
  open: (call) => importModule(call, 'css'),
} satisfies MechanismInPage;
