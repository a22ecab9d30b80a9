import { agentData } from './agent-blob.ts';
import type { Context } from './context.ts';
import { needs } from './detect.ts';

/** A dedicated worker from a `data:` URL: its owner's policies in an opaque origin. */
export default {
  name: 'data-worker',
  title: 'dedicated worker, data: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'data-worker',
  global: 'worker',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'worker', url: 'data:' }],
  detect: needs('Worker'),
  create({ agent, listen, start }) {
    const worker = new Worker(agentData(agent));
    listen(worker);
    start(worker);
  },
} satisfies Context;
