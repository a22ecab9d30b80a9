import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `serviceWorker.register()`: governed by worker-src; same origin only. It controls nothing, and is taken back. */
export default {
  name: 'serviceWorker.register',
  spec: 'SW#navigator-service-worker-register',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({ destination: 'serviceworker', mode: 'same-origin', redirect: 'error' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['rejects TypeError'],
  snippet: ['navigator.serviceWorker.register(URL).then(console.log, console.error);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => ('serviceWorker' in navigator ? null : 'navigator.serviceWorker is not defined'),
  open({ url, record }) {
    navigator.serviceWorker
      .register(url, { scope: `${new URL(url).pathname}/${crypto.randomUUID()}/` })
      .then(
        (registration) => {
          record.resolves();
          return registration.unregister();
        },
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies MechanismInPage;
