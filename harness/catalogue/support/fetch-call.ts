import type { Call, OptionType, RequestParameters } from '../mechanism.ts';

/** What `fetch()` can be told (FETCH#requestinit), as far as JSON can say it. */
export const fetchOptions = {
  method: 'string',
  headers: 'headers',
  body: 'string',
  mode: ['cors', 'no-cors', 'same-origin'],
  credentials: ['omit', 'same-origin', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  redirect: ['follow', 'error', 'manual'],
  referrer: 'string',
  referrerPolicy: 'string',
  integrity: 'string',
  keepalive: 'boolean',
  priority: ['high', 'low', 'auto'],
} satisfies Record<string, OptionType>;

/** Options without one that the mechanism sets itself. */
export function without(
  options: Readonly<Record<string, OptionType>>,
  key: string,
): Readonly<Record<string, OptionType>> {
  const { [key]: _, ...rest } = options;
  return rest;
}

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
