import type { ContextData } from '../context.ts';

export { inPage } from './shared-worker.ts';

/** A shared worker whose script its creator is redirected to: the policies that the script came with. */
export default {
  name: 'moved-shared-worker',
  title: 'shared worker, its script reached by a redirect',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'shared-worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  moved: true,
  loads: [{ by: 'creator', destination: 'sharedworker', url: 'own' }],
} satisfies ContextData;
