import type { Evaluation } from './evaluation.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { isHttpScheme, parseUrl } from './url-record.ts';

/** Why a redirect ends in a network error before any policy is asked about its target. */
export type RedirectError = 'redirect-url' | 'redirect-scheme' | 'redirect-limit';

/**
 * Moves a request on to the target of a redirect, FETCH#concept-http-redirect-fetch; `location` is as the server
 * sent it. Gives the reason where there is a network error instead. CORS, which may refuse as well, stays out of it.
 */
export function redirectFetch(
  request: FetchRequest,
  location: string,
  run: Evaluation,
): RedirectError | null {
  const locationUrl = parseUrl(location, currentUrlOf(request).href);
  let error: RedirectError | null = null;
  // Step 5.
  if (locationUrl === null) error = 'redirect-url';
  // Step 6: A redirect to data: or blob: never reaches CSP.
  else if (!isHttpScheme(locationUrl.scheme)) error = 'redirect-scheme';
  // Step 7.
  else if (request.redirectCount >= 20) error = 'redirect-limit';
  if (locationUrl === null || error !== null) {
    run.step('FETCH#concept-http-redirect-fetch', 'redirect', location, `network error: ${error}`);
    return error;
  }
  // Step 8.
  request.redirectCount += 1;
  // Step 19.
  request.urlList.push(locationUrl);
  run.step(
    'FETCH#concept-http-redirect-fetch',
    `redirect ${request.redirectCount}`,
    locationUrl.href,
    'followed',
  );
  return null;
}
