import type { ContextData, ContextInPage } from '../context.ts';
import { needs } from '../support/workers.ts';

/** A blob: worker made by a network worker: the policies of that worker's script, and not the document's. */
export default {
  name: 'nested-blob-worker',
  title: 'blob: worker made by a network worker',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'worker',
  url: 'blob',
  global: 'worker',
  opened: 'framed',
  own: 'script',
  loads: [
    { by: 'creator', destination: 'worker', url: 'own' },
    { by: 'own', destination: 'worker', url: 'blob:' },
    { by: 'own', destination: 'script', url: 'agent' },
  ],
} satisfies ContextData;

export const inPage = {
  detect: needs('Worker'),
  create({ own, listen, start }) {
    const outer = new Worker(own);
    listen(outer);
    start(outer, { create: 'blob-worker' });
  },
} satisfies ContextInPage;
