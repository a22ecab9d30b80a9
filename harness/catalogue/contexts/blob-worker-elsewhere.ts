import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** A worker that a document without policies starts from a `blob:` URL of one that has some: the policies of who made the URL. */
export default {
  name: 'blob-worker-elsewhere',
  title: 'worker, blob: script made by another document than its owner',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-worker',
  global: 'worker',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    // The host page around this document is of the same origin, and has no policies.
    const { Worker } = window.parent as typeof globalThis & Window;
    const worker = new Worker(agentBlob(agent));
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
