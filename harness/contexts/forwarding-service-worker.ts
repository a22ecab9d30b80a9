import type { Context } from './context.ts';
import { needsServiceWorker } from './detect.ts';
import { embed } from './embed.ts';
import { register } from './register.ts';

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
  detect: needsServiceWorker,
  async create({ own, body, listen, start }) {
    const worker = await register(own, new URL('./', own).href);
    listen(navigator.serviceWorker);
    navigator.serviceWorker.startMessages();
    start(worker, { answer: 'forward' });
    listen(window);
    embed(body, { src: new URL('own.html', own).href });
  },
} satisfies Context;
