import type { ContextData, ContextInPage } from '../context.ts';
import { hearServiceWorkers, needsServiceWorker, register } from '../support/workers.ts';

/** A service worker that connects on its own account: only the policies its own script came with. */
export default {
  name: 'service-worker',
  title: 'service worker',
  spec: 'SW#content-security-policy',
  kind: 'service-worker',
  global: 'service-worker',
  opened: 'framed',
  own: 'script',
  loads: [{ by: 'creator', destination: 'serviceworker', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  detect: needsServiceWorker,
  async create({ own, listen, start }) {
    hearServiceWorkers(listen);
    start(await register(own, new URL('./', own).href));
  },
} satisfies ContextInPage;
