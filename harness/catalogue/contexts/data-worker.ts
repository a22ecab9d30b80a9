import type { ContextData, ContextInPage } from '../context.ts';
import { agentData, needs } from '../support/workers.ts';

/** A dedicated worker from a `data:` URL: its owner's policies in an opaque origin. */
export default {
  name: 'data-worker',
  title: 'dedicated worker, data: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'data-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'worker', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ source, listen, start }) {
    const worker = new Worker(agentData(source));
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
