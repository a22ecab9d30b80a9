import type { ContextData, ContextInPage } from '../context.ts';
import { agentData, needs } from '../support/workers.ts';

/** A shared worker, data: script: its first owner’s policies in an opaque origin. */
export default {
  name: 'data-shared-worker',
  title: 'shared worker, data: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'data-shared-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'sharedworker', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  detect: () => needs('SharedWorker')() ?? needsDataUrl(),
  create({ source, listen, start }) {
    // A name of its own, or documents with the same data: URL would share the first one's worker, policies and all.
    const worker = new SharedWorker(agentData(source), String(Math.random()));
    listen(worker.port, worker);
    worker.port.start();
    start(worker.port);
  },
} satisfies ContextInPage;

/** Null where the smallest shared worker can be made from a data: URL; some browsers refuse all of them. */
function needsDataUrl(): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new SharedWorker(
      'data:text/javascript,onconnect = ({ ports: [port] }) => port.postMessage("here")',
    );
    worker.onerror = () => resolve('a SharedWorker cannot be made from a data: URL');
    worker.port.onmessage = () => resolve(null);
  });
}
