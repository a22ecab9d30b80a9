import type { LedgerEntry } from '../../servers/index.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { PlannedCase } from '../plan/plan.ts';
import type { Explanation, Violation } from '../spec/explain.ts';
import { canonicalPolicy } from './canonical-policy.ts';
import { compared, type Facet } from './facets.ts';

/** Field names of a violation in its two report formats (CSP#deprecated-serialize-violation, CSP#reporting). */
const fieldNames = {
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

const contentTypes = { 'report-uri': 'application/csp-report', 'report-to': 'application/reports+json' };

/** Compares the reports that were uploaded with the violations the specification reports, field by field. */
export function compareReports(one: PlannedCase, { reports }: Evidence, spec: Explanation): Facet {
  const by = one.document.reports as 'report-uri' | 'report-to';
  const differences = new Set<string>();
  const left = [...reports];
  for (const expected of spec.violations) {
    const index = left.findIndex((entry) => bodyOf(entry)?.disposition === expected.disposition);
    const [entry] = index < 0 ? [] : left.splice(index, 1);
    if (entry === undefined) {
      if (!expected.optional) differences.add(`no report (${expected.disposition})`);
      continue;
    }
    for (const difference of reportDifferences(entry, by, expected)) differences.add(difference);
  }
  const spare = left.filter(
    (entry) => !spec.violations.some(({ disposition }) => disposition === bodyOf(entry)?.disposition),
  );
  if (spare.length > 0) differences.add('a report the specification does not send');
  const seen = reports.length === 0 ? 'no report' : 'a report for each violation';
  const listed = [...differences].sort();
  return compared(
    spec.violations.length === 0 ? 'no report' : 'a report for each violation',
    listed.join('; ') || seen,
    listed,
  );
}

function* reportDifferences(
  entry: LedgerEntry,
  by: 'report-uri' | 'report-to',
  expected: Violation,
): Iterable<string> {
  const type = entry.headers['content-type']?.split(';')[0];
  if (type !== contentTypes[by]) yield `content type ${type}`;
  if (entry.method !== 'POST') yield `method ${entry.method}`;
  const body = bodyOf(entry) ?? {};
  for (const [field, name] of Object.entries(fieldNames[by])) {
    const right = comparable(expected[field as keyof Violation]);
    if (body[name] === undefined) yield `${name} is missing`;
    else if (comparable(body[name]) !== right) yield `${name} differs`;
  }
}

/** The violation in a report of either format. */
function bodyOf({ report }: LedgerEntry): Record<string, unknown> | undefined {
  const both = report as
    | { 'csp-report'?: Record<string, unknown>; body?: Record<string, unknown> }
    | null
    | undefined;
  return both?.['csp-report'] ?? both?.body;
}

/** URLs with ws(s) count as http(s) (csp#532); policies are compared as policies. */
function comparable(value: unknown): string {
  const text = String(value).replace(/^ws(s?):/, 'http$1:');
  return /^[a-z-]+-src\b/.test(text) ? canonicalPolicy(text) : text;
}
