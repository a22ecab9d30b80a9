import type { Call, RequestParameters } from './mechanism.ts';

/** What `fetch()` with these options means to the oracle (FETCH#dom-request). */
export function fetchParameters(options: Readonly<Record<string, unknown>>): RequestParameters {
  return {
    destination: '',
    mode: String(options.mode ?? 'cors'),
    redirect: (options.redirect ?? 'follow') as RequestParameters['redirect'],
  };
}

/** Calls `fetch()` with the call's options on top of `init`, and records which way the promise went. */
export function fetchCall({ url, options, record }: Call, init: RequestInit): void {
  fetch(url, { ...init, ...(options as RequestInit) })
    .then(
      (response) => record.resolves(response.type, { status: response.status, url: response.url }),
      (error) => record.rejects(error),
    )
    .finally(() => record.settled());
}
