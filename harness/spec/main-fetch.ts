import type { AllowlistReport } from '../connection-allowlist/report-violation.ts';
import { shouldBlockRequestByAllowlists } from '../connection-allowlist/should-block.ts';
import { hasBadPort } from './bad-port.ts';
import type { Evaluation } from './evaluation.ts';
import { hstsUpgrade, type KnownHosts } from './hsts.ts';
import type { Client } from './inherit.ts';
import { isMixedContent, upgradeMixedContent } from './mixed-content.ts';
import { overrideFetch, type RefusedByMode } from './override-fetch.ts';
import { type RedirectError, redirectFetch } from './redirect-fetch.ts';
import { reportForRequest } from './report-for-request.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { isRefusedAnswer, type ServiceWorkerAnswer } from './service-worker-answer.ts';
import { shouldBlockRequest } from './should-block-request.ts';
import { shouldBlockResponse } from './should-block-response.ts';
import { upgradeRequest } from './upgrade-request.ts';
import { isHttpScheme, serializeForNetwork, type UrlRecord } from './url-record.ts';
import type { Violations } from './violation.ts';

/** What besides CSP gives a network error. */
export type OtherReason =
  | 'bad-port'
  | 'connection-allowlist'
  | 'mixed-content'
  | 'redirect-mode'
  | 'service-worker-answer'
  | RefusedByMode
  | RedirectError;

/** What the network will answer, and what counts. */
export interface Network {
  /** Where each response in turn redirects to; the one after the last is final. */
  readonly redirects: readonly string[];
  /** What a service worker answers in the network's place; asked about its own redirect, it passes that on. */
  readonly serviceWorker?: ServiceWorkerAnswer;
  /** The hosts that are reached over https only. */
  readonly hsts: KnownHosts;
  /** Whether mixed content blocks, or is only noted. */
  readonly mixedContent: boolean;
}

/** How a fetch went. */
export interface FetchResult {
  by: 'csp' | 'mixed-content' | 'connection-allowlist' | null;
  /** The redirect count at which it was blocked. */
  blockedAtHop: number | null;
  matched: string | null;
  contacted: string[];
  alsoBlockedBy: OtherReason[];
  /** What Connection Allowlists report; CSP's reports are its violations. */
  allowlistReports: AllowlistReport[];
}

/**
 * Runs the steps of FETCH#concept-main-fetch that decide whether a request leaves, once per hop, and the response
 * check at the end. CORS checks, referrers and caches come later in Fetch and cannot change the answer of CSP.
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
    allowlistReports: [],
  };
  const also = (reason: OtherReason) => {
    if (!result.alsoBlockedBy.includes(reason)) result.alsoBlockedBy.push(reason);
  };
  const fail = (reason: OtherReason) => {
    also(reason);
    return result;
  };
  const block = (by: NonNullable<FetchResult['by']>) => {
    result.by = by;
    result.blockedAtHop = request.redirectCount;
    result.matched = null;
    return result;
  };
  const locations = [...network.redirects];
  let answered = false;
  for (;;) {
    // Step 4: Report-only policies see the URL before it is upgraded.
    reportForRequest(request, client.cspList, violations, run);
    // Step 5.
    upgradeRequest(request, client, run);
    // Step 6.
    upgradeMixedContent(request, client, run);
    // Step 7: Whether CSP, and after it the allowlists (CA#fetch), are still asked when something else has blocked already is left
    // open; here they always are.
    const asked = currentUrlOf(request);
    const badPort = hasBadPort(asked);
    const mixed = isMixedContent('MIX#should-block-fetch', asked, request, client, run);
    const csp = shouldBlockRequest(request, client.cspList, badPort || mixed, violations, run);
    const listed = shouldBlockRequestByAllowlists(request, client, run);
    result.matched = csp.matched;
    result.allowlistReports.push(...listed.reports);
    if (listed.blocked) also('connection-allowlist');
    if (mixed) also('mixed-content');
    if (badPort) {
      also('bad-port');
      run.step('FETCH#port-blocking', 'port', String(asked.port), 'blocked');
    }
    if (mixed && network.mixedContent) return block('mixed-content');
    if (csp.blocked) return block('csp');
    if (listed.blocked) return block('connection-allowlist');
    // A network error: nothing leaves, no redirect comes back, and there is no response to check.
    if (mixed || badPort) return result;
    // Step 10.
    hstsUpgrade(request, network.hsts, run);
    const url = currentUrlOf(request);
    // Step 12.
    const refused = overrideFetch(request, client, run);
    if (refused !== null) return fail(refused);
    let location: string | undefined;
    if (network.serviceWorker !== undefined && takesServiceWorker(request)) {
      // FETCH#concept-http-fetch step 3: A service worker answers in the network's place, and CSP has been asked before it.
      if (answered) return checkResponse(url, asked);
      answered = true;
      const { serviceWorker } = network;
      if (isRefusedAnswer(serviceWorker, request, run)) return fail('service-worker-answer');
      if (serviceWorker.location === null) return checkResponse(serviceWorker.url ?? url, asked);
      location = serviceWorker.location;
    } else {
      if (!isHttpScheme(url.scheme)) return checkResponse(url, asked);
      result.contacted.push(serializeForNetwork(url));
      location = locations.shift();
      if (location === undefined) return checkResponse(url, asked);
    }
    // FETCH#concept-http-fetch step 6: What becomes of a redirect is up to the request's redirect mode.
    if (request.redirectMode !== 'follow') {
      run.step('FETCH#concept-http-fetch', `redirect mode ${request.redirectMode}`, location, 'not followed');
      return request.redirectMode === 'manual' ? checkResponse(url, asked) : fail('redirect-mode');
    }
    const error = redirectFetch(request, location, client.origin, run);
    if (error !== null) return fail(error);
  }

  /** The steps after the last hop: the response is checked by its URL, which is the request's where it has none (step 16). */
  function checkResponse(responseUrl: UrlRecord, asked: UrlRecord): FetchResult {
    const current = currentUrlOf(request);
    if (responseUrl !== current)
      run.step('FETCH#concept-http-fetch', 'service worker', responseUrl.href, 'answers');
    // Step 20.
    const mixed =
      responseUrl !== current &&
      isMixedContent('MIX#should-block-response', responseUrl, request, client, run);
    if (mixed) also('mixed-content');
    const csp = shouldBlockResponse(responseUrl, asked, request, client.cspList, violations, run);
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
