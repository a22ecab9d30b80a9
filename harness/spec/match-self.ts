import { hasDefaultPort, type Origin, originOf, sameOrigin, type UrlRecord } from './url-record.ts';

/** Whether a URL matches `'self'`, step 4 of CSP#match-url-to-source-expression. */
export function matchSelf(url: UrlRecord, origin: Origin): boolean {
  // An opaque origin is the same as no other, and has no host.
  if (origin === 'opaque') return false;
  // Step 4.1: The same origin. A blob: URL has its creator's origin, yet is no part of it (csp#487).
  if (url.scheme !== 'blob' && sameOrigin(origin, originOf(url))) return true;
  // Step 4.2: The same host …
  if (url.host === null || url.host !== origin.host) return false;
  // … ports that are the same or the defaults of their schemes; an upgraded URL may have its default port written out …
  if (url.port !== origin.port && !(hasDefaultPort(url) && hasDefaultPort(origin))) return false;
  // … and a scheme that is secure, or as insecure as the page.
  if (url.scheme === 'https' || url.scheme === 'wss') return true;
  return origin.scheme === 'http' && (url.scheme === 'http' || url.scheme === 'ws');
}
