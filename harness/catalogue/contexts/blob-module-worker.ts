import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** The same as a classic worker, by another code path: module workers are fetched on their own way. */
export default {
  name: 'blob-module-worker',
  title: 'dedicated module worker, blob: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-worker',
  global: 'worker',
  opened: 'framed',
  loads: [
    { by: 'creator', destination: 'worker', url: 'blob:' },
    { by: 'creator', destination: 'worker', url: 'agent' },
  ],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const worker = new Worker(agentBlob(agent, 'module'), { type: 'module' });
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
