import type { Answer, ContextData, ContextInPage } from '../context.ts';
import { embed } from './windows.ts';
import { hearServiceWorkers, needsServiceWorker, register } from './workers.ts';

/**
 * A framed document behind a service worker without policies. Script is the witness, since the servers see the worker’s
 * requests; not so where a route leads past it.
 */
export const controlled = (name: string, title: string, answer: Answer): ContextData => ({
  name,
  title,
  spec: 'CSP#should-block-response',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  witness: answer === 'route' ? 'network' : 'script',
  serviceWorker: answer,
  loads: [
    { by: 'creator', destination: 'serviceworker', url: 'own' },
    { by: 'creator', destination: 'iframe', url: 'own' },
  ],
});

/** Makes such a document: its service worker has in its script how to answer. */
export const controlledInPage: ContextInPage = {
  detect: needsServiceWorker,
  async create({ own, worker, body, listen }) {
    hearServiceWorkers(listen);
    await register(worker, new URL('./', own).href);
    listen(window);
    embed(body, { src: own });
  },
};
