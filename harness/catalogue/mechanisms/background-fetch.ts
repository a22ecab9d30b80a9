import type { Mechanism, MechanismInPage } from '../mechanism.ts';

interface BackgroundFetchManager {
  fetch(id: string, requests: string[]): Promise<unknown>;
}

/** `backgroundFetch.fetch()`: goes on without its page, on behalf of no client. Option `worker`: URL of a script to register. */
export default {
  name: 'backgroundFetch',
  spec: 'BGFETCH#dom-backgroundfetchmanager-fetch',
  schemes: ['https'],
  globals: ['window'],
  options: { worker: 'string' },
  request: () => ({ destination: '', mode: 'cors', redirect: 'follow', client: null }),
  blocked: ['rejects TypeError'],
  isolated: true,
  refusesCredentials: true,
  snippet: [
    "navigator.serviceWorker.ready.then(({ backgroundFetch }) => backgroundFetch.fetch('x', [URL])).then(console.log, console.error);",
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => ('BackgroundFetchManager' in globalThis ? null : 'BackgroundFetchManager is not defined'),
  async open({ url, options, record }) {
    try {
      const id = crypto.randomUUID();
      const registration = await navigator.serviceWorker.register(String(options.worker), {
        scope: `/background/${id}/`,
      });
      const worker = registration.installing as ServiceWorker;
      await new Promise((resolve) =>
        worker.addEventListener('statechange', () => worker.state === 'activated' && resolve(null)),
      );
      await (registration as unknown as { backgroundFetch: BackgroundFetchManager }).backgroundFetch.fetch(
        id,
        [url],
      );
      record.resolves();
    } catch (error) {
      record.rejects(error);
    }
    record.settled();
  },
} satisfies MechanismInPage;
