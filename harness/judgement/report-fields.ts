import { canonicalPolicy } from './canonical-policy.ts';

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

/** URLs with ws(s) count as http(s) (csp#532); policies are compared as policies. */
export function comparable(value: unknown): string {
  const text = String(value).replace(/^ws(s?):/, 'http$1:');
  return /^[a-z-]+-src\b/.test(text) ? canonicalPolicy(text) : text;
}

/** Another connection of the document, a ping, may have moved it to a fragment by the time a report is made. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/, '');
