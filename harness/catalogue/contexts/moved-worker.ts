import type { ContextData } from '../context.ts';

export { inPage } from './worker.ts';

/** A worker whose script its creator is redirected to: the policies that the script came with, and not those of the redirect. */
export default {
  name: 'moved-worker',
  title: 'dedicated worker, its script reached by a redirect',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  moved: true,
  loads: [{ by: 'creator', destination: 'worker', url: 'own' }],
} satisfies ContextData;
