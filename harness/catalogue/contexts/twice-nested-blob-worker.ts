import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** A blob: worker made by a blob: worker: the document's policies, handed down twice. */
export default {
  name: 'twice-nested-blob-worker',
  title: 'blob: worker made by a blob: worker',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'worker', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const outer = new Worker(agentBlob(agent));
    listen(outer);
    start(outer, { create: 'blob-worker' });
  },
} satisfies ContextInPage;
