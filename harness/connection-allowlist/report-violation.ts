import type { AllowlistDisposition, ConnectionAllowlist, ConnectionUrl } from './allowlist.ts';
import { textsOf } from './match-url.ts';
import type { Run } from './run.ts';

/** A report of a violation: the parts of a ConnectionAllowlistViolationReport that its allowlist and request decide. */
export interface AllowlistReport {
  /** The URL of the document or worker, without its fragment and user name; of one that is not HTTP(S), the scheme. */
  url: string;
  /** The URL that was not allowed, shortened likewise, or `webrtc`. */
  connection: string;
  allowlist: string[];
  disposition: AllowlistDisposition;
  /** The endpoint's name. */
  endpoint: string;
}

/**
 * Reports a violation, CA#reporting: null where the allowlist names no endpoint. No event is fired, whatever it names.
 *
 * @param environment the creation URL of the environment that asked
 */
export function reportViolation(
  resource: ConnectionUrl | 'webrtc',
  environment: ConnectionUrl | null,
  { reportingEndpoint, allowlist, disposition }: ConnectionAllowlist,
  run: Run,
): AllowlistReport | null {
  const connection = resource === 'webrtc' ? resource : stripped(resource.href);
  const outcome = reportingEndpoint === null ? 'no endpoint: not reported' : `report to ${reportingEndpoint}`;
  run.step('CA#reporting', `violation, ${disposition}`, connection, outcome);
  // Step 1.
  if (reportingEndpoint === null) return null;
  // Steps 2 and 3.
  const url = environment === null ? '' : stripped(environment.href);
  return { url, connection, allowlist: textsOf(allowlist), disposition, endpoint: reportingEndpoint };
}

/** Strips a URL for use in reports (REPORTING#strip-url-for-use-in-reports). */
function stripped(href: string): string {
  const url = new URL(href);
  // Step 1: Of anything but HTTP(S), only the scheme.
  if (!/^https?:$/.test(url.protocol)) return url.protocol.slice(0, -1);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
