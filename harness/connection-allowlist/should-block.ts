import type { ConnectionAllowlist, ConnectionUrl } from './allowlist.ts';
import { matchesUrl } from './match-url.ts';
import { type AllowlistReport, reportViolation } from './report-violation.ts';
import type { Run } from './run.ts';

/** The parts of a Fetch request that the algorithms look at. */
export interface AllowlistRequest {
  /** As first asked for, then one per redirect. */
  readonly urlList: readonly [ConnectionUrl, ...ConnectionUrl[]];
  /** How many redirects led here: its URL list has one item more. */
  readonly redirectCount: number;
  readonly mode: string;
}

/** The parts of a request's client, or of an environment, that the algorithms look at. */
export interface AllowlistClient {
  /** Those of its policy container. */
  readonly allowlists: readonly ConnectionAllowlist[];
  /** Its creation URL. */
  readonly url: ConnectionUrl | null;
}

/** What all allowlists say together, and what is reported. */
export interface AllowlistAnswer {
  blocked: boolean;
  reports: AllowlistReport[];
}

/**
 * Whether a request is blocked by Connection Allowlists, CA#matching. A request that was redirected is no longer matched:
 * each allowlist lets all redirects through, or none.
 */
export function shouldBlockRequestByAllowlists(
  request: AllowlistRequest,
  client: AllowlistClient,
  run: Run,
): AllowlistAnswer {
  // Most clients have none, and then no open point of the draft decides anything.
  if (client.allowlists.length === 0) return { blocked: false, reports: [] };
  const url = urlToMatch(request, run);
  return ask(client, url, run, (allowlist) => {
    // Step 2.1.
    if (request.redirectCount > 0) {
      run.step('CA#redirects', `redirected, ${allowlist.disposition}`, null, allowlist.redirects);
      return allowlist.redirects === 'allow';
    }
    // Step 2.2.
    return matchesUrl(url, allowlist, run);
  });
}

/** Whether Connection Allowlists block WebRTC, CA#matching: each lets all of it through, or nothing. */
export function shouldBlockRtcByAllowlists(client: AllowlistClient, run: Run): AllowlistAnswer {
  return ask(client, 'webrtc', run, ({ webrtc, disposition }) => {
    run.step('CA#rtc', `WebRTC, ${disposition}`, null, webrtc);
    return webrtc === 'allow';
  });
}

/** Asks one allowlist after another, up to the first that blocks. */
function ask(
  { allowlists, url }: AllowlistClient,
  resource: ConnectionUrl | 'webrtc',
  run: Run,
  allows: (allowlist: ConnectionAllowlist) => boolean,
): AllowlistAnswer {
  const reports: AllowlistReport[] = [];
  for (const allowlist of allowlists) {
    if (allows(allowlist)) continue;
    const report = reportViolation(resource, url, allowlist, run);
    if (report !== null) reports.push(report);
    if (allowlist.disposition === 'enforce') return { blocked: true, reports };
  }
  return { blocked: false, reports };
}

/**
 * The URL that patterns are matched against: the request's URL and not its current one. A WebSocket's request has an http(s)
 * URL (WS#concept-websocket-establish); whether the draft means that one, or the one that script gave, is open
 * (https://github.com/WICG/connection-allowlists/issues/10).
 */
function urlToMatch({ urlList: [url], mode }: AllowlistRequest, run: Run): ConnectionUrl {
  if (mode !== 'websocket') return url;
  const href = url.href.replace(/^http/, 'ws');
  const given = href === url.href ? url : { href, scheme: url.scheme.replace(/^http/, 'ws') };
  return run.under('allowlist-websocket-schemes', url, given);
}
