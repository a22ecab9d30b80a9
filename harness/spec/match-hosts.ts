import type { Evaluation } from './evaluation.ts';
import type { UrlRecord } from './url-record.ts';

/** Whether a host-part matches a URL's host, CSP#match-hosts. */
export function matchHosts(pattern: string, url: UrlRecord, run: Evaluation): boolean {
  const { host, hostKind } = url;
  if (host === null || hostKind === 'opaque') return false;
  const byName = matchNames(pattern.toLowerCase(), host.toLowerCase());
  // Step 1: Only a domain matches. (Browsers do match addresses: csp#440.)
  if (hostKind !== 'domain') return run.under('ip-literals', false, byName);
  return byName;
}

function matchNames(pattern: string, host: string): boolean {
  // Step 2: The wildcard.
  if (pattern === '*') return true;
  // Step 3: A wildcard label stands for one or more labels, never for none.
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1));
  // Steps 4 and 5: The same name; a trailing dot is part of it.
  return pattern === host;
}
