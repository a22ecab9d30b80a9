import type { LedgerEntry } from '../../../servers/index.ts';
import type { PlannedCase } from '../../plan/plan.ts';
import type { Evidence, ObservedReport } from '../../rig/evidence.ts';
import { reportBody } from '../../rig/report-body.ts';
import type { Explanation, Violation } from '../../spec/explain.ts';
import { parseSerializedPolicy } from '../../spec/parse-serialized-policy.ts';
import { compareAllowlistReports, isOfAllowlist } from './allowlist-reports.ts';
import { bestPairs } from './best-pairs.ts';
import { compared, type Facet } from './facet.ts';
import { canonicalPolicy, fieldNames, isSame, type ReportDirective, withoutFragment } from './fields.ts';

const contentTypes = { 'report-uri': 'application/csp-report', 'report-to': 'application/reports+json' };

/** Compares the reports that were uploaded with the violations the specification reports, field by field; those of allowlists apart. */
export function compareReports(one: PlannedCase, evidence: Evidence, spec: Explanation): Facet {
  const { observedReports } = evidence;
  const reports = evidence.reports.filter((entry) => !isOfAllowlist(entry));
  const byAllowlists = spec.allowlistReports ?? [];
  const by = one.document.reports as ReportDirective;
  // A policy without the directive reports nothing: a meta element's loses its report-uri (CSP#meta-element).
  const reported = spec.violations.filter(({ originalPolicy }) => directivesOf(originalPolicy).has(by));
  const differences = new Set(compareAllowlistReports(evidence.reports.filter(isOfAllowlist), byAllowlists));
  const { pairs, left } = bestPairs(reported, reports, (entry, expected) =>
    speaksOf(entry, expected) ? [...reportDifferences(one, entry, by, expected)] : null,
  );
  for (const [index, { disposition, optional }] of reported.entries()) {
    const missing = optional ? [] : [`no report (${disposition})`];
    for (const difference of pairs[index]?.wrong ?? missing) differences.add(difference);
  }
  // What is left may only repeat a report whose event the text repeats.
  for (const entry of left) {
    const repeats = reported.some(
      ({ disposition, times }) =>
        times > 1 && disposition === (reportBody(entry)?.disposition ?? disposition),
    );
    if (!repeats || typeOf(entry) !== contentTypes[by])
      differences.add(`a report the specification does not send (${typeOf(entry)})`);
  }
  if (observedReports !== null)
    for (const difference of compareObserved(observedReports, reported)) differences.add(difference);
  const each = 'a report for each violation';
  const listed = [...differences].sort();
  return compared(
    reported.length + byAllowlists.length === 0 ? 'no report' : each,
    listed.join('; ') || (evidence.reports.length === 0 ? 'no report' : each),
    listed,
  );
}

/** Whether a report can be of this violation: by its disposition, or, where it does not say that, by its policy. */
function speaksOf(entry: LedgerEntry, { disposition, originalPolicy }: Violation): boolean {
  const body = reportBody(entry);
  if (body?.disposition !== undefined) return body.disposition === disposition;
  const policy = String(body?.['original-policy'] ?? body?.originalPolicy);
  return canonicalPolicy(policy) === canonicalPolicy(originalPolicy);
}

const directivesOf = (policy: string) => parseSerializedPolicy(policy, 'header', 'enforce').directives;

const carriesCookie = ({ headers }: LedgerEntry): boolean => /\breport=1\b/.test(headers.cookie ?? '');

const typeOf = ({ headers }: LedgerEntry): string | undefined => headers['content-type']?.split(';')[0];

function* reportDifferences(
  { document: { collector } }: PlannedCase,
  entry: LedgerEntry,
  by: ReportDirective,
  expected: Violation,
): Iterable<string> {
  if (typeOf(entry) !== contentTypes[by]) yield `content type ${typeOf(entry)}`;
  if (entry.method !== 'POST') yield `method ${entry.method}`;
  const destination = entry.headers['sec-fetch-dest'];
  if (destination !== undefined && destination !== 'report') yield `sec-fetch-dest ${destination}`;
  // Credentials mode "same-origin": the cookie of the site goes to the page's own origin only.
  if (collector === 'same-origin' && !carriesCookie(entry)) yield 'sent without cookies to its own origin';
  if (collector === 'same-site' && carriesCookie(entry)) yield 'sent with cookies to another origin';
  if (by === 'report-to') yield* envelopeDifferences(entry, expected);
  const body = reportBody(entry) ?? {};
  for (const [field, name] of Object.entries(fieldNames[by])) {
    if (body[name] === undefined) yield `${name} is missing`;
    else if (!isSame(field as keyof Violation, body[name], expected)) yield `${name} differs`;
  }
}

/** What the Reporting API puts around the violation: https://w3c.github.io/reporting/#serialize-reports */
function* envelopeDifferences({ report }: LedgerEntry, { documentURI }: Violation): Iterable<string> {
  const { type, url, age, user_agent: agent } = (report ?? {}) as Record<string, unknown>;
  if (type !== 'csp-violation') yield `type ${String(type)}`;
  if (withoutFragment(String(url)) !== documentURI) yield 'url differs';
  if (typeof age !== 'number') yield 'age is missing';
  if (typeof agent !== 'string') yield 'user_agent is missing';
}

/**
 * Compares what a `ReportingObserver` was given with the violations of policies with `report-to`
 * (CSP#report-violation queues a report for each, and REPORTING#queue-report hands it to observers).
 */
function* compareObserved(
  observed: readonly ObservedReport[],
  reported: readonly Violation[],
): Iterable<string> {
  const { pairs, left } = bestPairs(reported, observed, (report, expected) =>
    report.body.disposition === expected.disposition ? [...observedDifferences(report, expected)] : null,
  );
  for (const [index, { optional, disposition }] of reported.entries()) {
    const pair = pairs[index];
    if (pair) for (const name of pair.wrong) yield `${name} differs for a ReportingObserver`;
    else if (!optional) yield `no report for a ReportingObserver (${disposition})`;
  }
  for (const { body } of left)
    if (!reported.some(({ times, disposition }) => times > 1 && disposition === body.disposition))
      yield `a report for a ReportingObserver that the specification does not make (${String(body.disposition)})`;
}

function* observedDifferences({ type, url, body }: ObservedReport, expected: Violation): Iterable<string> {
  if (type !== 'csp-violation') yield 'type';
  if (withoutFragment(url) !== expected.documentURI) yield 'url';
  for (const [field, name] of Object.entries(fieldNames['report-to']))
    if (!isSame(field as keyof Violation, body[name], expected)) yield name;
}
