import type { Creator } from '../context.ts';

/** Null where this global has the constructor; else that it has not. */
export const needs = (name: 'Worker' | 'SharedWorker') => (): string | null =>
  name in globalThis ? null : `${name} is not defined`;

/** Null where service workers can be registered. */
export const needsServiceWorker = (): string | null =>
  'serviceWorker' in navigator ? null : 'navigator.serviceWorker is not defined';

/** A blob: URL of a script that is the agent; it belongs to the global that calls this. */
export function agentBlob(agent: string, type: 'classic' | 'module' = 'classic'): string {
  const source =
    type === 'classic' ? `importScripts(${JSON.stringify(agent)})` : `import ${JSON.stringify(agent)}`;
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

/**
 * A data: URL of a script that is the agent. It holds all of it: what such a worker may import depends on its policy and its
 * opaque origin, which are what is tested.
 */
export const agentData = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;

/** Hears what service workers say to this document. */
export function hearServiceWorkers(listen: Creator['listen']): void {
  listen(navigator.serviceWorker);
  navigator.serviceWorker.startMessages();
}

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
