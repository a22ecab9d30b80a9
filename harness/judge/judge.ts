import type { Recorded } from '../expectations/recorded.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { plainQuestionOf, questionOf } from '../plan/question.ts';
import type { CaseRecord, Observation } from '../results/schema.ts';
import type { Evidence } from '../rig/evidence.ts';
import { explain } from '../spec/explain.ts';
import { type Derivation, derivationOf } from './derivation.ts';
import { judgeFacets } from './facets/facets.ts';
import { withoutUnproven } from './facets/unproven-reports.ts';
import { observe } from './observe.ts';
import { recordCase, recordObservation } from './records.ts';
import { type Known, recordedAs, standing } from './status.ts';

/** A case in one browser, judged. */
export interface JudgedCase {
  record: Omit<CaseRecord, 'observed'>;
  /** The steps that the record names by their id. */
  derivation: Derivation;
  observation: Observation;
}

/** Observed × expected × spec × known deviations → one record. */
export function judge(
  scenario: PlannedScenario,
  one: PlannedCase,
  evidence: Evidence,
  recorded: Recorded,
): JudgedCase {
  const spec = explain(questionOf(one, evidence.opened));
  const observed = observe(one, evidence);
  const { deviations, disputes } = recorded;
  const place = {
    scenario: scenario.scenario.id,
    mechanism: one.mechanism.name,
    context: one.document.context.name,
  };
  const { explain: byCause } = recorded;
  const known: Known = {
    deviations: deviations.of(one.id),
    mustShow: deviations.mustShow,
    disputes,
    ...(byCause && { explain: (facet, observed) => byCause({ ...place, facet, observed }) }),
  };
  const seen = judgeFacets(one, evidence, observed, spec);
  const isKnown = (difference: string) => recordedAs(known, 'report', difference).id !== null;
  const facets = evidence.reportControlSilent
    ? { ...seen, report: withoutUnproven(seen.report, isKnown) }
    : seen;
  const stands = standing(one, scenario.scenario.claim !== undefined, observed, facets, spec, known);
  const derivation = derivationOf(explain(plainQuestionOf(one)).steps);
  const judged = {
    derivation,
    record: recordCase(scenario, one, spec, derivation),
    observation: recordObservation(evidence, observed, facets, stands),
  };
  return withoutMarks(judged, evidence);
}

/** Takes out what differs from run to run and says nothing: the name of the run. */
function withoutMarks(judged: JudgedCase, { opened }: Evidence): JudgedCase {
  const text = JSON.stringify(judged)
    .replaceAll(`&run=${opened.run}`, '')
    .replaceAll(`?run=${opened.run}`, '');
  return JSON.parse(text) as JudgedCase;
}
