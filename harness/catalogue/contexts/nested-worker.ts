import type { ContextData, ContextInPage } from '../context.ts';
import { agentBlob, needs } from '../support/workers.ts';

/** A network worker made by a blob: worker: its own script's policies, and not those the blob: worker inherited. */
export default {
  name: 'nested-worker',
  title: 'network worker made by a blob: worker',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  loads: [
    { by: 'creator', destination: 'worker', url: 'blob:' },
    { by: 'creator', destination: 'worker', url: 'own' },
  ],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const outer = new Worker(agentBlob(agent));
    listen(outer);
    start(outer, { create: 'worker' });
  },
} satisfies ContextInPage;
