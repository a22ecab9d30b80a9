import { agentData } from './agent-blob.ts';
import type { Context } from './context.ts';
import { needs } from './detect.ts';

/** A shared worker, data: script: its first owner’s policies in an opaque origin. */
export default {
  name: 'data-shared-worker',
  title: 'shared worker, data: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'data-shared-worker',
  global: 'worker',
  opened: 'framed',
  detect: needs('SharedWorker'),
  create({ agent, listen, start }) {
    const worker = new SharedWorker(agentData(agent));
    listen(worker.port, worker);
    worker.port.start();
    start(worker.port);
  },
} satisfies Context;
