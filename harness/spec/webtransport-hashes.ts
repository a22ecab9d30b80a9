import type { Check } from './answers.ts';
import type { FetchRequest } from './request.ts';

/**
 * Step 4 of CSP#connect-src-pre-request and of CSP#connect-src-post-request: a WebTransport session with certificate
 * hashes needs `'unsafe-webtransport-hashes'`, whatever its URL. Null for every other request.
 */
export function checkWebTransportHashes(request: FetchRequest, sourceList: readonly string[]): Check | null {
  if (request.mode !== 'webtransport' || !request.webTransportHashes) return null;
  return {
    matched: sourceList.find((source) => source.toLowerCase() === "'unsafe-webtransport-hashes'") ?? null,
  };
}
