import type { ObservedReport } from '../evidence/evidence.ts';
import type { Violation } from '../spec/explain.ts';
import { bestPairs } from './best-pairs.ts';
import { fieldNames, isSame, withoutFragment } from './report-fields.ts';

/**
 * Compares what a `ReportingObserver` was given with the violations of policies with `report-to`
 * (CSP#report-violation queues a report for each, and REPORTING#queue-report hands it to observers).
 */
export function* compareObserved(
  observed: readonly ObservedReport[],
  reported: readonly Violation[],
): Iterable<string> {
  const { pairs, left } = bestPairs(reported, observed, (report, expected) =>
    report.body.disposition === expected.disposition ? [...differing(report, expected)] : null,
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

function* differing({ type, url, body }: ObservedReport, expected: Violation): Iterable<string> {
  if (type !== 'csp-violation') yield 'type';
  if (withoutFragment(url) !== expected.documentURI) yield 'url';
  for (const [field, name] of Object.entries(fieldNames['report-to']))
    if (!isSame(field as keyof Violation, body[name], expected)) yield name;
}
