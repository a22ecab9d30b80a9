import type { ContextData, ContextInPage } from '../context.ts';
import { needs } from '../support/workers.ts';

/** A shared worker whose script its creator is redirected to: the policies that the script came with. */
export default {
  name: 'moved-shared-worker',
  title: 'shared worker, its script reached by a redirect',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'shared-worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  moved: true,
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
