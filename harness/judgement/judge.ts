import type { Evidence } from '../evidence/evidence.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { plainQuestionOf, questionOf } from '../plan/question.ts';
import { explain } from '../spec/explain.ts';
import { type Derivation, derivationOf } from './derivation.ts';
import { judgeFacets } from './facets.ts';
import type { Deviations } from './known-deviations.ts';
import { observe } from './observe.ts';
import { caseRecord, observationRecord } from './record.ts';
import type { CaseRecord, Observation } from './results.ts';
import { standing } from './status.ts';

/** A case in one browser, judged. */
export interface JudgedCase {
  record: Omit<CaseRecord, 'observed'>;
  /** The steps that the record names by their id. */
  derivation: Derivation;
  observation: Observation;
}

/** What recorded deviations and disputes a run is judged by. */
export interface Recorded {
  deviations: Deviations;
  disputes: ReadonlySet<string>;
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
  const facets = judgeFacets(one, evidence, observed, spec);
  const { deviations, disputes } = recorded;
  const known = { deviations: deviations.of(one.id), mustShow: deviations.mustShow, disputes };
  const stands = standing(one, scenario.scenario.claim !== undefined, observed, facets, spec, known);
  const derivation = derivationOf(explain(plainQuestionOf(one)).steps);
  const judged = {
    derivation,
    record: caseRecord(scenario, one, spec, derivation),
    observation: observationRecord(evidence, observed, facets, stands),
  };
  return withoutMarks(judged, evidence);
}

/** Takes out what differs from run to run and says nothing: the number of the run. */
function withoutMarks(judged: JudgedCase, { opened }: Evidence): JudgedCase {
  return JSON.parse(JSON.stringify(judged).replaceAll(`&run=${opened.run}`, '')) as JudgedCase;
}
