import type { ContextData, ContextInPage } from '../context.ts';
import { needs } from '../support/workers.ts';

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

export const inPage = {
  detect: needs('Worker'),
  create({ own, listen, start }) {
    const worker = new Worker(own);
    listen(worker);
    start(worker);
  },
} satisfies ContextInPage;
