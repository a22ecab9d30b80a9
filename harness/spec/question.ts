import type { AllowlistReport } from '../connection-allowlist/report-violation.ts';
import type { DisputeId, Reading } from './disputed.ts';
import type { Step } from './evaluation.ts';
import type { Delivered } from './inherit.ts';
import type { OtherReason } from './main-fetch.ts';
import type { Violation } from './violation.ts';

/** The request's parameters, as in Fetch. Left out, they are those of `fetch()`, or of `WebSocket` for ws(s): URLs. */
export interface RequestParameters {
  destination?: string;
  mode?: string;
  initiator?: string;
  redirect?: 'follow' | 'manual' | 'error';
  /** Whether a service worker may answer it; default `all`, and `none` for WebSocket and WebTransport. */
  serviceWorkersMode?: 'all' | 'none';
  /** The cryptographic nonce metadata, for scripts and styles. */
  nonce?: string;
  /** The integrity metadata, for scripts. */
  integrity?: string;
  /** Whether a parser has put the element in, for scripts; by default it is not said. */
  parserMetadata?: '' | 'parser-inserted' | 'not-parser-inserted';
  webTransportHashes?: boolean;
  /** A step of its API runs the check, and says nothing of a violation: events and reports may stay out. */
  violationsOptional?: boolean;
  /** It is made on behalf of no global, or is no request of Fetch at all: no policy is asked. */
  client?: null;
  /** Its API throws for a URL with a user name or a password, before there is a request (FETCH#dom-request). */
  refusesCredentials?: boolean;
  /** It is no request of Fetch but a connection of WebRTC, of which the directive `webrtc` alone speaks. */
  webrtc?: true;
}

/** What mixed content depends on, where it is not as the context and its creator make it. URLs, or `opaque`. */
export interface Environment {
  origin: string;
  ancestors?: string[];
}

/** The response that a service worker answers with. */
export interface WorkerAnswer {
  /** Its URL; null for `new Response()`, `Response.redirect()` and `Response.error()`. */
  responseUrl: string | null;
  /** FETCH#concept-response-type; default `default`. */
  type?: 'basic' | 'cors' | 'default' | 'error' | 'opaque' | 'opaqueredirect';
  /** The worker has followed redirects to it; default false. */
  redirected?: boolean;
  /** Where it redirects to, for `Response.redirect()`; what the page then asks for, the worker passes on. */
  location?: string;
}

/** A global, how its policies were delivered, and a connection it opens. */
export interface Question extends Delivered {
  /** An absolute URL, as given by script; for a WebSocket, ws: and wss: are understood. */
  url: string;
  /** Where the server redirects to, in order, each resolved against the one before. */
  redirects?: readonly string[];
  /** `url` was itself reached after so many redirects; default 0. Violations then carry `url`, the first being unknown. */
  redirectCount?: number;
  request?: RequestParameters;
  environment?: Environment;
  /** A service worker answers the page's request. */
  serviceWorker?: WorkerAnswer;
  /** Hosts that are known to be reached over https only (HSTS), and with them all below; default none. */
  hsts?: readonly string[];
  /** Whether the verdict takes mixed content into account, or is the policies' alone; default false. */
  mixedContent?: boolean;
  /** Disputed points to read as browsers do; by default the text holds. */
  reading?: Reading;
}

/** The answer, and why. */
export interface Explanation {
  verdict: 'allowed' | 'blocked';
  /** Who blocked; `url` where a URL of the question cannot be parsed, or the API refuses it. */
  by: 'csp' | 'mixed-content' | 'connection-allowlist' | 'url' | null;
  /** The effective directive, or null where no policy has a directive that governs the request. */
  directive: string | null;
  /** The source expression that matched, of the last enforced policy that governs the request; null otherwise. */
  matched: string | null;
  /** The redirect count at which it was blocked: 0 is before anything left. */
  blockedAtHop: number | null;
  /** The http(s) URLs that leave, in order, after upgrades, without userinfo and fragment. */
  contacted: string[];
  /** What else makes the fetch fail, though it does not count for the verdict. */
  alsoBlockedBy: OtherReason[];
  /** The disputed points that the verdict hangs on. */
  disputed: DisputeId[];
  /** The verdict under the other reading of those. */
  otherReading?: 'allowed' | 'blocked';
  /** Where the verdict hangs on none, but the redirect count at which it is blocked does: that under the other reading. */
  otherHop?: number;
  /**
   * The verdict if the host of each http: URL were a known HSTS host, where that is another one: the response is then checked
   * by an https: URL, and a redirect without a scheme leads to one. The policies are asked of each request before HSTS is.
   */
  underHsts?: 'allowed' | 'blocked';
  /** Every violation event to expect. */
  violations: Violation[];
  /** What Connection Allowlists report, where they report anything; they fire no event. */
  allowlistReports?: AllowlistReport[];
  steps: Step[];
}
