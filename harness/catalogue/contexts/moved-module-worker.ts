import type { ContextData } from '../context.ts';

export { inPage } from './module-worker.ts';

/** The same as for a classic worker, by another code path: module workers are fetched on their own way. */
export default {
  name: 'moved-module-worker',
  title: 'dedicated module worker, its script reached by a redirect',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  moved: true,
  loads: [{ by: 'creator', destination: 'worker', url: 'own' }],
} satisfies ContextData;
