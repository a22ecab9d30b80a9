import type { Context } from './context.ts';
import { needs } from './detect.ts';

/** A dedicated worker from the network: only the policies its own script came with. */
export default {
  name: 'worker',
  title: 'dedicated worker, script from the network',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  loads: [{ by: 'creator', destination: 'worker', url: 'own' }],
  detect: needs('Worker'),
  create({ own, listen, start }) {
    const worker = new Worker(own);
    listen(worker);
    start(worker);
  },
} satisfies Context;
