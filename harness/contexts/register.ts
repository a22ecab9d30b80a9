/**
 * Registers a service worker until its creator goes, and waits until it is active.
 *
 * @param script its URL
 * @param scope the URLs it controls; below the creator's own, so that it meets nobody else's
 */
export async function register(script: string, scope: string): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(script, { scope });
  addEventListener('pagehide', () => void registration.unregister());
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker === null) throw new Error('the registration has no service worker');
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the service worker became redundant'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
  return worker;
}
