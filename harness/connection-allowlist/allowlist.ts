import type { URLPattern } from 'urlpattern-polyfill/urlpattern';

/** Whether an allowlist is enforced or only reports. */
export type AllowlistDisposition = 'enforce' | 'report';

/** What an allowlist says to redirects, or to WebRTC. */
export type AllowOrBlock = 'allow' | 'block';

/** A URL pattern, and the text that it was built from. */
export interface AllowedPattern {
  readonly text: string;
  readonly pattern: URLPattern;
}

/** A Connection Allowlist, CA#allowlists; the names are the draft's. */
export interface ConnectionAllowlist {
  readonly allowlist: readonly AllowedPattern[];
  /** The name of a Reporting API endpoint, or null. */
  readonly reportingEndpoint: string | null;
  readonly disposition: AllowlistDisposition;
  readonly redirects: AllowOrBlock;
  readonly webrtc: AllowOrBlock;
}

/** The parts of a URL record that matching looks at. The scheme is without the colon. */
export interface ConnectionUrl {
  readonly href: string;
  readonly scheme: string;
}

/** An allowlist in a few words, for a step. */
export function inWords({ allowlist, redirects, webrtc, reportingEndpoint }: ConnectionAllowlist): string {
  const patterns = allowlist.map(({ text }) => text).join(' ');
  const to = reportingEndpoint === null ? '' : `, reports to ${reportingEndpoint}`;
  return `(${patterns}), redirects ${redirects}, webrtc ${webrtc}${to}`;
}
