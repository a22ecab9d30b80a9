import type { Context } from './context.ts';
import { needsServiceWorker } from './detect.ts';
import { register } from './register.ts';

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
  detect: needsServiceWorker,
  async create({ own, listen, start }) {
    const worker = await register(own, new URL('./', own).href);
    listen(navigator.serviceWorker);
    navigator.serviceWorker.startMessages();
    start(worker);
  },
} satisfies Context;
