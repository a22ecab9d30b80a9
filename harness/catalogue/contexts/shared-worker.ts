import type { ContextData, ContextInPage } from '../context.ts';
import { needs } from '../support/workers.ts';

/** A shared worker, script from the network: only the policies its own script came with. */
export default {
  name: 'shared-worker',
  title: 'shared worker, script from the network',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'shared-worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  loads: [{ by: 'creator', destination: 'sharedworker', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('SharedWorker'),
  create({ own, listen, start }) {
    // A name of its own, or it might be the one of an earlier run.
    const worker = new SharedWorker(own, String(Math.random()));
    listen(worker.port, worker);
    worker.port.start();
    start(worker.port);
  },
} satisfies ContextInPage;
