import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `new Worker()`: governed by worker-src; same origin only. The worker ends itself. */
export default {
  name: 'Worker',
  spec: 'HTML#dom-worker',
  schemes: ['http', 'https'],
  globals: ['window', 'worker'],
  request: () => ({ destination: 'worker', mode: 'same-origin', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: 'postMessage(0); close()' },
  blocked: ['returns; error'],
  snippet: ['new Worker(URL).onerror = console.error;'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof Worker === 'function' ? null : 'Worker is not defined'),
  open({ url, record }) {
    const worker = new Worker(url);
    record.returns();
    worker.onmessage = () => record.settled();
    worker.onerror = () => {
      record.event('error');
      record.settled();
    };
  },
} satisfies MechanismInPage;
