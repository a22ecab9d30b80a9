import { reproductionsOf } from '../expectations/reproductions-file.ts';
import { readTimelineOf, spansOf } from '../expectations/timeline-file.ts';
import { derivationOf } from '../judge/derivation.ts';
import { recordReproduction } from '../judge/record-reproduction.ts';
import type { Corpus } from '../plan/load.ts';
import { bugReport } from '../report/bug-report.ts';
import { reproductionOf, type SmallestPage, shrunkPage } from '../report/smallest-page.ts';
import { type RecordedCause, recordedCauses } from './recorded-cause.ts';

/**
 * The reports of a cause, ready to file: one for each browser it is recorded in, for each has a tracker of its own.
 *
 * @returns by the names of the browsers
 * @throws {UserError} where there is no such cause, or none of its cases is recorded
 */
export const toBugReports = (corpus: Corpus, cause: string): ReadonlyMap<string, string> =>
  new Map(recordedCauses(corpus, cause).map((found) => [found.browser, toBugReport(corpus, found)]));

function toBugReport({ hash, scenarios, file }: Corpus, found: RecordedCause): string {
  const { browser, version, deviation, kind, observed, one, scenario } = found;
  const seen = spansOf(readTimelineOf(browser)).get(deviation.id);
  return bugReport({
    ...{ sentence: deviation.cause, kind, browser: { name: browser, version } },
    facts: { ...deviation, ...(seen && { seen }) },
    ...{ page: pageOf(found), caseId: one.id, scenario, observed, expected: deviation.spec.split(' | ') },
    corpus: { hash, scenarios: scenarios.length, selected: scenarios.length, ...(file && { file }) },
  });
}

/** The recorded reproduction, where it shows the deviation at its gravest; else the simplest case. */
function pageOf({ browser, deviation, kind, one, document, explanation }: RecordedCause): SmallestPage {
  const planned = reproductionsOf(browser).get(deviation.id);
  const shown = planned && recordReproduction(planned);
  const reproduction = shown && reproductionOf({ ...deviation, reproduction: shown.record }, kind);
  if (shown && reproduction)
    return shrunkPage(
      reproduction,
      shown.derivation.steps.map(({ record }) => record),
    );
  const steps = derivationOf(explanation.steps).steps.map(({ record }) => record);
  return { one, document, spec: one.spec, steps, shrunkIn: null };
}
