import type { ContextData, ContextInPage } from '../context.ts';
import { needs } from '../support/workers.ts';

/** A dedicated module worker from the network: only the policies its own script came with. */
export default {
  name: 'module-worker',
  title: 'dedicated module worker, script from the network',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  loads: [{ by: 'creator', destination: 'worker', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ own, listen, start }) {
    const worker = new Worker(own, { type: 'module' });
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
