import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** A shared worker, blob: script: the policies of the document that made the URL. */
export default {
  name: 'blob-shared-worker',
  title: 'shared worker, blob: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-shared-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'sharedworker', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('SharedWorker'),
  create({ agent, listen, start }) {
    const worker = new SharedWorker(agentBlob(agent));
    listen(worker.port, worker);
    worker.port.start();
    start(worker.port);
  },
} satisfies ContextInPage;
