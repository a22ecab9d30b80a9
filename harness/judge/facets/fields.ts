import type { Violation } from '../../spec/explain.ts';
import { parseSerializedPolicy } from '../../spec/parse-serialized-policy.ts';
import { serializePolicy } from '../../spec/policy.ts';

/** Field names of a violation in its two report formats (CSP#deprecated-serialize-violation, CSP#reporting). */
export const fieldNames = {
  'report-uri': {
    documentURI: 'document-uri',
    blockedURI: 'blocked-uri',
    effectiveDirective: 'effective-directive',
    violatedDirective: 'violated-directive',
    originalPolicy: 'original-policy',
    disposition: 'disposition',
    statusCode: 'status-code',
  },
  'report-to': {
    documentURI: 'documentURL',
    blockedURI: 'blockedURL',
    effectiveDirective: 'effectiveDirective',
    originalPolicy: 'originalPolicy',
    disposition: 'disposition',
    statusCode: 'statusCode',
  },
} as const;

/** The directives that make a policy report. */
export type ReportDirective = keyof typeof fieldNames;

/**
 * Whether a report says of a field what the violation has: policies are compared as policies, ws(s) counts as http(s)
 * (csp#532), and what the text leaves open is null.
 */
export function isSame(field: keyof Violation, said: unknown, expected: Violation): boolean {
  if (expected[field] === null) return true;
  const comparable = field === 'originalPolicy' ? canonicalPolicy : asHttp;
  return comparable(String(said)) === comparable(String(expected[field]));
}

/** WebSocket requests are http(s) in the text and ws(s) in what browsers tell (csp#532): compared as http(s). */
export const asHttp = (url: string): string => url.replace(/^ws(s?):/, 'http$1:');

/** Another connection of the document, a ping, may have moved it to a fragment by the time a report is made. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

/** A policy's text in the form that all texts of the same policy share. */
export const canonicalPolicy = (text: string): string =>
  serializePolicy(parseSerializedPolicy(text, 'header', 'enforce'));
