import type { Evaluation } from './evaluation.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { isHttpScheme, type Origin, originOf, parseUrl, sameOrigin } from './url-record.ts';

/** Why a redirect ends in a network error before any policy is asked about its target. */
export type RedirectError = 'redirect-url' | 'redirect-scheme' | 'redirect-limit' | 'redirect-credentials';

/**
 * Moves a request on to the target of a redirect, FETCH#concept-http-redirect-fetch; `location` is as the server sent it,
 * and `origin` that of the request's client. Gives the reason where there is a network error instead. Of CORS it runs what
 * depends on URLs alone (steps 9 and 10); the CORS check of each response is the server's to pass. Methods, bodies, headers
 * and referrers (steps 11 to 17 and 19) change no URL.
 */
export function redirectFetch(
  request: FetchRequest,
  location: string,
  origin: Origin,
  run: Evaluation,
): RedirectError | null {
  // Step 3.
  const locationUrl = parseUrl(location, currentUrlOf(request).href);
  const credentials = locationUrl?.includesCredentials === true;
  let error: RedirectError | null = null;
  // Step 5.
  if (locationUrl === null) error = 'redirect-url';
  // Step 6: A redirect to data: or blob: never reaches CSP.
  else if (!isHttpScheme(locationUrl.scheme)) error = 'redirect-scheme';
  // Step 7.
  else if (request.redirectCount >= 20) error = 'redirect-limit';
  // Step 9.
  else if (request.mode === 'cors' && credentials && !sameOrigin(origin, originOf(locationUrl)))
    error = 'redirect-credentials';
  // Step 10: Another origin may not send a request back to its own with credentials.
  else if (request.responseTainting === 'cors' && credentials) error = 'redirect-credentials';
  if (locationUrl === null || error !== null) {
    run.step('FETCH#concept-http-redirect-fetch', 'redirect', location, `network error: ${error}`);
    return error;
  }
  // Step 8.
  request.redirectCount += 1;
  // Step 18.
  request.urlList.push(locationUrl);
  run.step(
    'FETCH#concept-http-redirect-fetch',
    `redirect ${request.redirectCount}`,
    locationUrl.href,
    'followed',
  );
  return null;
}
