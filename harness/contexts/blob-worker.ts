import type { Context } from './context.ts';

/** A dedicated worker from a `blob:` URL: the policies of the document that made the URL. */
export default {
  name: 'blob-worker',
  title: 'dedicated worker, blob: script',
  spec: 'HTML#initialize-worker-policy-container',
  kind: 'blob-worker',
  global: 'worker',
  opened: 'framed',
  create({ agent, listen, start }) {
    const source = new Blob([`importScripts(${JSON.stringify(agent)})`], { type: 'text/javascript' });
    const worker = new Worker(URL.createObjectURL(source));
    listen(worker);
    start(worker);
  },
} satisfies Context;
