import { agentBlob } from './agent-blob.ts';
import type { Context } from './context.ts';
import { needs } from './detect.ts';

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
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const outer = new Worker(agentBlob(agent));
    listen(outer);
    start(outer, { create: 'worker' });
  },
} satisfies Context;
