import type { ObservedReport } from '../evidence/evidence.ts';
import type { Violation } from '../spec/explain.ts';
import { comparable, fieldNames, withoutFragment } from './report-fields.ts';

/**
 * Compares what a `ReportingObserver` was given with the violations of policies with `report-to`
 * (CSP#report-violation queues a report for each, and REPORTING#queue-report hands it to observers).
 */
export function* compareObserved(
  observed: readonly ObservedReport[],
  reported: readonly Violation[],
): Iterable<string> {
  const left = [...observed];
  for (const expected of reported) {
    const report = left.find(({ body }) => body.disposition === expected.disposition);
    if (report === undefined) {
      if (!expected.optional) yield `no report for a ReportingObserver (${expected.disposition})`;
      continue;
    }
    left.splice(left.indexOf(report), 1);
    for (const name of differing(report, expected)) yield `${name} differs for a ReportingObserver`;
  }
  for (const { body } of left)
    if (!reported.some(({ times, disposition }) => times > 1 && disposition === body.disposition))
      yield `a report for a ReportingObserver that the specification does not make (${String(body.disposition)})`;
}

function* differing({ type, url, body }: ObservedReport, expected: Violation): Iterable<string> {
  if (type !== 'csp-violation') yield 'type';
  if (withoutFragment(url) !== expected.documentURI) yield 'url';
  for (const [field, name] of Object.entries(fieldNames['report-to']))
    if (comparable(body[name]) !== comparable(expected[field as keyof Violation])) yield name;
}
