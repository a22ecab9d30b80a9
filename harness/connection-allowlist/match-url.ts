import type { AllowedPattern, ConnectionAllowlist, ConnectionUrl } from './allowlist.ts';
import type { Run } from './run.ts';

const localSchemes = new Set(['about', 'blob', 'data']);

/** Matches a URL to a Connection Allowlist, CA#matching. A local URL makes no connection, and matches each. */
export function matchesUrl(url: ConnectionUrl, { allowlist }: ConnectionAllowlist, run: Run): boolean {
  // Step 1.
  if (localSchemes.has(url.scheme)) {
    run.step('CA#matching', 'local URL', url.href, 'Success');
    return true;
  }
  // Step 2.
  for (const { text, pattern } of allowlist) {
    const matches = pattern.test(url.href);
    run.step('CA#matching', 'URL pattern', `${text} for ${url.href}`, matches ? 'Success' : 'no match');
    if (matches) return true;
  }
  // Step 3.
  run.step('CA#matching', 'no pattern matches', null, 'Failure');
  return false;
}

/** The patterns' texts, as a report shows them. */
export const textsOf = (patterns: readonly AllowedPattern[]): string[] => patterns.map(({ text }) => text);
