import type { ContextData, ContextInPage } from '../context.ts';
import { hearServiceWorkers, needsServiceWorker, register } from './workers.ts';

/** A service worker that was asked to update itself, and found the same bytes under another policy: it stays as it is. */
export const updated = (name: string, title: string, update: string | null): ContextData => ({
  name,
  title,
  spec: 'SW#update-algorithm',
  kind: 'service-worker',
  global: 'service-worker',
  opened: 'framed',
  own: 'script',
  update,
  loads: [{ by: 'creator', destination: 'serviceworker', url: 'own' }],
});

/** Makes such a service worker. */
export const updatedInPage: ContextInPage = {
  detect: needsServiceWorker,
  async create({ own, listen, start }) {
    hearServiceWorkers(listen);
    const scope = new URL('./', own).href;
    const worker = await register(own, scope);
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await registration?.update();
    // Where a browser takes the response for another script, the policies of that are the ones to see.
    start(registration?.installing ?? registration?.waiting ?? worker);
  },
};
