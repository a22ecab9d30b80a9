import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';
import { hearServiceWorkers, needsServiceWorker, register } from '../support/workers.ts';

/** A service worker that passes on, by `fetch(event.request)`, what a page without policy asks for: under its own policies. */
export default {
  name: 'forwarding-service-worker',
  title: 'service worker that forwards the requests of a page',
  spec: 'SW#content-security-policy',
  kind: 'service-worker',
  global: 'window',
  opened: 'framed',
  own: 'script',
  serviceWorker: 'forward',
  loads: [
    { by: 'creator', destination: 'serviceworker', url: 'own' },
    { by: 'creator', destination: 'iframe', url: 'own' },
  ],
} satisfies ContextData;

export const inPage = {
  detect: needsServiceWorker,
  async create({ own, worker, body, listen }) {
    hearServiceWorkers(listen);
    await register(worker, new URL('./', own).href);
    listen(window);
    embed(body, { src: new URL('own.html', own).href });
  },
} satisfies ContextInPage;
