import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** A dedicated worker from a `blob:` URL: the policies of the global that made the URL. */
export default {
  name: 'blob-worker',
  title: 'dedicated worker, blob: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'worker', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const worker = new Worker(agentBlob(agent));
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
