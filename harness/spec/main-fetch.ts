import { hasBadPort } from './bad-port.ts';
import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { isMixedContent } from './mixed-content.ts';
import { type RedirectError, redirectFetch } from './redirect-fetch.ts';
import { reportForRequest } from './report-for-request.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { shouldBlockRequest } from './should-block-request.ts';
import { shouldBlockResponse } from './should-block-response.ts';
import { upgradeRequest } from './upgrade-request.ts';
import { isHttpScheme, originOf, sameOrigin, serializeForNetwork, type UrlRecord } from './url-record.ts';
import type { Violations } from './violation.ts';

/** What besides CSP gives a network error. */
export type OtherReason = 'bad-port' | 'mixed-content' | 'redirect-mode' | RedirectError;

/** What the network will answer, and what counts. */
export interface Network {
  /** Where each response in turn redirects to; the one after the last is final. */
  readonly redirects: readonly string[];
  /** The URL of a service worker's answer; null for one without a URL, undefined where the network answers. */
  readonly serviceWorker?: UrlRecord | null;
  /** Whether mixed content blocks, or is only noted. */
  readonly mixedContent: boolean;
}

/** How a fetch went. */
export interface FetchResult {
  by: 'csp' | 'mixed-content' | null;
  /** The redirect count at which it was blocked. */
  blockedAtHop: number | null;
  matched: string | null;
  contacted: string[];
  alsoBlockedBy: OtherReason[];
}

/**
 * Runs the steps of FETCH#concept-main-fetch that decide whether a request leaves, once per hop, and the response
 * check at the end. CORS, HSTS, referrers and caches come later in Fetch and cannot change the answer of CSP.
 */
export function mainFetch(
  request: FetchRequest,
  client: Client,
  network: Network,
  violations: Violations,
  run: Evaluation,
): FetchResult {
  const result: FetchResult = {
    by: null,
    blockedAtHop: null,
    matched: null,
    contacted: [],
    alsoBlockedBy: [],
  };
  const also = (reason: OtherReason) => {
    if (!result.alsoBlockedBy.includes(reason)) result.alsoBlockedBy.push(reason);
  };
  const block = (by: 'csp' | 'mixed-content') => {
    result.by = by;
    result.blockedAtHop = request.redirectCount;
    result.matched = null;
    return result;
  };
  const locations = [...network.redirects];
  for (;;) {
    // Step 4: Report-only policies see the URL before it is upgraded.
    reportForRequest(request, client.cspList, violations, run);
    // Step 5. (Step 6 upgrades images, audio and video only.)
    upgradeRequest(request, client, run);
    // Step 7: Whether CSP is still asked when something else has blocked already is left open; here it always is.
    const url = currentUrlOf(request);
    const badPort = hasBadPort(url);
    const mixed = isMixedContent('MIX#should-block-fetch', url, client, run);
    const csp = shouldBlockRequest(request, client.cspList, badPort || mixed, violations, run);
    result.matched = csp.matched;
    if (mixed) also('mixed-content');
    if (badPort) {
      also('bad-port');
      run.step('FETCH#port-blocking', 'port', String(url.port), 'blocked');
    }
    if (mixed && network.mixedContent) return block('mixed-content');
    if (csp.blocked) return block('csp');
    if (badPort) return result;
    // Step 12: Without CORS another origin is fetched only where redirects would be followed.
    if (isRefusedWithoutCors(request, client)) {
      run.step(
        'FETCH#concept-main-fetch',
        `no-cors, redirect mode ${request.redirectMode}`,
        url.href,
        'network error',
      );
      also('redirect-mode');
      return result;
    }
    // FETCH#concept-http-fetch: A service worker answers in the network's place, and CSP has been asked before it.
    if (network.serviceWorker !== undefined && takesServiceWorker(request)) break;
    if (isHttpScheme(url.scheme)) result.contacted.push(serializeForNetwork(url));
    const location = locations.shift();
    if (location === undefined || !isHttpScheme(url.scheme)) break;
    // FETCH#concept-http-fetch: What becomes of a redirect is up to the request's redirect mode.
    if (request.redirectMode !== 'follow') {
      run.step('FETCH#concept-http-fetch', `redirect mode ${request.redirectMode}`, location, 'not followed');
      if (request.redirectMode === 'manual') break;
      also('redirect-mode');
      return result;
    }
    const error = redirectFetch(request, location, run);
    if (error !== null) {
      also(error);
      return result;
    }
  }
  return checkResponse(result);

  /** The steps after the last hop: the response is checked by its URL. */
  function checkResponse(result: FetchResult): FetchResult {
    // Step 16: A response without a URL gets the request's.
    const current = currentUrlOf(request);
    const responseUrl = (takesServiceWorker(request) ? network.serviceWorker : null) ?? current;
    if (responseUrl !== current)
      run.step('FETCH#concept-http-fetch', 'service worker', responseUrl.href, 'answers');
    // Step 20.
    const mixed =
      responseUrl !== current && isMixedContent('MIX#should-block-response', responseUrl, client, run);
    if (mixed) also('mixed-content');
    const csp = shouldBlockResponse(responseUrl, request, client.cspList, violations, run);
    if (mixed && network.mixedContent) return block('mixed-content');
    if (csp.blocked) return block('csp');
    run.step('FETCH#concept-main-fetch', 'response', responseUrl.href, 'allowed');
    return { ...result, matched: csp.matched ?? result.matched };
  }
}

/** Whether a service worker is asked: not for what scheme fetch answers by itself, data: and blob: URLs. */
function takesServiceWorker(request: FetchRequest): boolean {
  return request.serviceWorkersMode === 'all' && isHttpScheme(currentUrlOf(request).scheme);
}

/** Whether a request is refused for its mode and its redirect mode together, FETCH#concept-main-fetch step 12. */
function isRefusedWithoutCors(request: FetchRequest, { origin }: Client): boolean {
  if (request.mode !== 'no-cors' || request.redirectMode === 'follow') return false;
  const url = currentUrlOf(request);
  return url.scheme !== 'data' && !sameOrigin(originOf(url), origin);
}
