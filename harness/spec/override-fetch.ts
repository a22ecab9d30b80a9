import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { isOwnBlob, isSchemeFetchError } from './scheme-fetch.ts';
import { isHttpScheme, originOf, sameOrigin } from './url-record.ts';

/**
 * Why a request's mode has no way to its URL: `not-fetchable` is a URL that Fetch answers in no mode or not in the request's,
 * such as `ftp:` or a `blob:` of another origin, and `same-origin-mode` one of another origin in that mode.
 */
export type RefusedByMode = 'same-origin-mode' | 'not-fetchable' | 'redirect-mode';

/**
 * Whether a request's mode lets scheme fetch or HTTP fetch answer it, FETCH#concept-main-fetch step 12: null where it
 * does, otherwise the reason of the network error. Sets the request's response tainting on the way.
 */
export function overrideFetch(
  request: FetchRequest,
  { origin }: Client,
  run: Evaluation,
): RefusedByMode | null {
  const url = currentUrlOf(request);
  const { mode, redirectMode } = request;
  const own = sameOrigin(originOf(url), origin) || isOwnBlob(url, origin);
  const error = (what: string, reason: RefusedByMode) => {
    run.step('FETCH#concept-main-fetch', what, url.href, 'network error');
    return reason;
  };
  const schemeFetch = () => {
    if (isHttpScheme(url.scheme)) return null;
    const failed = isSchemeFetchError(request, origin);
    const outcome = failed ? 'network error' : 'response';
    run.step('FETCH#concept-scheme-fetch', `scheme ${url.scheme}`, url.href, outcome);
    return failed ? 'not-fetchable' : null;
  };
  const direct = ['navigate', 'websocket', 'webtransport'].includes(mode);
  if ((own && request.responseTainting === 'basic') || url.scheme === 'data' || direct) {
    request.responseTainting = 'basic';
    return schemeFetch();
  }
  if (mode === 'same-origin') return error('mode same-origin, another origin', 'same-origin-mode');
  if (mode === 'no-cors') {
    // Without CORS another origin is fetched only where redirects would be followed.
    if (redirectMode !== 'follow') return error(`no-cors, redirect mode ${redirectMode}`, 'redirect-mode');
    request.responseTainting = 'opaque';
    return schemeFetch();
  }
  if (!isHttpScheme(url.scheme)) return error('CORS, scheme not HTTP(S)', 'not-fetchable');
  request.responseTainting = 'cors';
  return null;
}
