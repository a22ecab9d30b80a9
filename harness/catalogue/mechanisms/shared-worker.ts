import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `new SharedWorker()`: governed by worker-src; same origin only. The worker ends itself. */
export default {
  name: 'SharedWorker',
  spec: 'HTML#dom-sharedworker',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'sharedworker', mode: 'same-origin', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: 'close()' },
  blocked: ['returns; error'],
  snippet: ['new SharedWorker(URL).onerror = console.error;'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof SharedWorker === 'function' ? null : 'SharedWorker is not defined'),
  open({ url, record, keep }) {
    const worker = new SharedWorker(url);
    keep(worker);
    record.returns();
    worker.onerror = () => {
      record.event('error');
      record.settled();
    };
  },
} satisfies MechanismInPage;
