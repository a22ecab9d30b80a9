import type { ReportedViolation } from '../advice/reported-violation.ts';

/** The sentence of Chromium, as version 156 and older ones write it. */
const sentence =
  /(?:Connecting to|Refused to connect to) '([^']+)' (?:because it )?violates the following (?:report-only )?Content Security Policy directive: "([^"]+)"/;

/**
 * Reads a violation out of a line of Chromium's log. It has the directive that decided and not the whole policy.
 *
 * @param url the worker's script, or the document
 * @returns null for a line about anything else
 */
export function readLogLine(
  text: string,
  url: string,
  global: 'document' | 'worker',
): ReportedViolation | null {
  const [, blockedURI, directive] = sentence.exec(text) ?? [];
  if (blockedURI === undefined || directive === undefined) return null;
  return {
    by: 'event',
    documentURI: url,
    blockedURI,
    effectiveDirective: 'connect-src',
    originalPolicy: directive,
    disposition: /report[- ]only/i.test(text) ? 'report' : 'enforce',
    sourceFile: global === 'worker' ? url : null,
    lineNumber: null,
    columnNumber: null,
    global,
  };
}
