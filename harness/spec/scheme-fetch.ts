import { currentUrlOf, type FetchRequest } from './request.ts';
import { type Origin, originOf, sameOrigin, type UrlRecord } from './url-record.ts';

/**
 * Whether scheme fetch gives a network error for a request, FETCH#concept-scheme-fetch; HTTP(S) URLs it hands on.
 * `origin` is that of the request's client.
 */
export function isSchemeFetchError(request: FetchRequest, origin: Origin): boolean {
  const url = currentUrlOf(request);
  // Step 3.
  switch (url.scheme) {
    case 'about':
      return url.path !== 'blank';
    // Any document may be navigated to a blob: URL; everything else is asked for its partition.
    case 'blob':
      return request.destination !== 'document' && !isOwnBlob(url, origin);
    // FETCH#data-url-processor fails without a comma.
    case 'data':
      return !(url.path + url.query).includes(',');
    case 'http':
    case 'https':
      return false;
    // Step 4. (What becomes of file: is left open: "When in doubt, return a network error.")
    default:
      return true;
  }
}

/**
 * Whether a blob: URL is of the client's own origin. That its entry exists is taken for granted, and so is that a URL
 * of opaque origin, of which the text of the URL tells nothing more, was made by the client of opaque origin that asks.
 */
export function isOwnBlob(url: UrlRecord, origin: Origin): boolean {
  if (url.scheme !== 'blob') return false;
  const own = originOf(url);
  return own === 'opaque' ? origin === 'opaque' : sameOrigin(own, origin);
}
