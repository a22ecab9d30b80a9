import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `importScripts()`: governed by the worker's script-src-elem. */
export default {
  name: 'importScripts',
  spec: 'HTML#import-scripts-into-worker-global-scope',
  schemes: ['http', 'https'],
  globals: ['worker'],
  request: () => ({ destination: 'script', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['throws DOMException NetworkError'],
  snippet: ['importScripts(URL);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof importScripts === 'function' ? null : 'importScripts is not defined'),
  open({ url, record }) {
    try {
      importScripts(url);
      record.returns();
    } catch (error) {
      record.throws(error);
    }
    record.settled();
  },
} satisfies MechanismInPage;
