import path from 'node:path';
import type { BrowserIdentity } from '../engines/engine.ts';
import type { KnownDeviation } from '../expectations/known-deviations.ts';
import { comparedWith, type RecordedFiles, samePort } from '../expectations/recorded.ts';
import type { Corpus } from '../plan/load.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { onlyMoving, sabotagesFromEnvironment } from '../plan/sabotage.ts';
import {
  type BrowserRecord,
  type CaseRecord,
  type DeviationRecord,
  type Results,
  SCHEMA_VERSION,
  type TimelineRecord,
} from '../results/schema.ts';
import { type Evidence, emptyEvidence } from '../rig/evidence.ts';
import type { Rig } from '../rig/rig.ts';
import { type Collected, collectWithAttempts } from './attempts.ts';
import { type Derivation, tablesOf } from './derivation.ts';
import { isDoubtful } from './doubtful.ts';
import { type JudgedCase, judge } from './judge.ts';
import { restsOnSilence } from './observe.ts';
import { recordReproduction } from './record-reproduction.ts';
import { recordTimeline } from './record-timeline.ts';
import { recordScenario } from './records.ts';

/** The name and version that stand in results. */
export const GENERATOR = 'connect-src-conformance 0.1.0';

/**
 * Runs scenarios together in the rig's browser and gives the results of each: a `results.json` of one scenario and one
 * browser. Under sabotage, of those of its cases that should notice.
 *
 * @returns by scenario id
 */
export async function runParts(
  wholes: readonly PlannedScenario[],
  rig: Rig,
  files: RecordedFiles,
  corpus: Corpus,
): Promise<Map<string, Results>> {
  const recorded = comparedWith(files, rig.identity);
  const startedAt = new Date().toISOString();
  const sabotages = sabotagesFromEnvironment();
  const scenarios = sabotages.length === 0 ? wholes : wholes.map((whole) => onlyMoving(whole, sabotages));
  const of = new Map(scenarios.flatMap((whole) => whole.cases.map((one) => [one, whole])));
  const judged = new Map<PlannedCase, { seen: Evidence; result: JudgedCase }>();
  // Once for the doubts and for the results, where the same evidence stands.
  const judgeOnce = (one: PlannedCase, seen: Evidence): JudgedCase => {
    const before = judged.get(one);
    if (before?.seen === seen) return before.result;
    const result = judge(of.get(one) as PlannedScenario, one, seen, recorded);
    judged.set(one, { seen, result });
    return result;
  };
  const doubts = (one: PlannedCase, seen: Evidence) =>
    sabotages.length === 0 &&
    isDoubtful(judgeOnce(one, seen).observation.status, !seen.settled || restsOnSilence(one, seen));
  const collected = await collectWithAttempts(scenarios, rig, { doubts });
  const times = { startedAt, finishedAt: new Date().toISOString() };
  return new Map(
    scenarios.map((one) => [
      one.scenario.id,
      { ...partOf(one, collected, judgeOnce, rig.identity, recorded, corpus), ...times },
    ]),
  );
}

/** The results of one scenario, but for the times of its run. */
function partOf(
  scenario: PlannedScenario,
  { evidence, lost, incidents }: Collected,
  judgeCase: (one: PlannedCase, seen: Evidence) => JudgedCase,
  identity: BrowserIdentity,
  recorded: RecordedFiles,
  corpus: Corpus,
): Omit<Results, 'startedAt' | 'finishedAt'> {
  const { browser } = recorded;
  const mine = incidents.filter((one) => one.scenario === scenario.scenario.id);
  const derivations: Derivation[] = [];
  const cases = scenario.cases.map((one) => {
    const seen = evidence.get(one.id) ?? nothing(one, lost.get(scenario.scenario.id) ?? '');
    const { record, derivation, observation } = judgeCase(one, seen);
    derivations.push(derivation);
    return { ...record, observed: { [browser]: observation } };
  });
  const covering = new Set(
    cases.flatMap(({ observed }) =>
      Object.values(observed[browser]?.facets ?? {}).flatMap((facet) => facet.deviations ?? []),
    ),
  );
  const deviations = recorded.known
    .filter(({ id }) => covering.has(id))
    .map((one) => recordDeviation(one, browser, derivations));
  const timeline = timelineOf(cases, identity, recorded);
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: GENERATOR,
    corpus: recordCorpus(corpus),
    missing: [],
    ...(mine.length > 0 && { incidents: mine.map((one) => ({ browser, ...one })) }),
    browsers: [recordBrowser(identity, recorded)],
    deviations,
    ...(timeline && { timelines: [timeline] }),
    disputes: recorded.disputeRecords,
    ...tablesOf(derivations),
    scenarios: [recordScenario(scenario)],
    cases,
  };
}

/** A file from outside is named as seen from where the run is, as its commands are: results tell of no machine's folders. */
const recordCorpus = ({ hash, scenarios, file }: Corpus): Results['corpus'] => ({
  hash,
  scenarios: scenarios.length,
  selected: 1,
  ...(file !== undefined && { file: path.relative(process.cwd(), file) }),
});

const recordBrowser = (
  { engine, version, os, drivenBy }: BrowserIdentity,
  { browser, measured }: RecordedFiles,
): BrowserRecord => ({
  ...{ name: browser, engine, version, os, drivenBy },
  ...(measured && measured.version !== version && { comparedWith: `${measured.engine} ${measured.version}` }),
});

/** What is known of these cases in other versions: of WebKit's ports, in those of the same one. */
function timelineOf(
  cases: readonly Pick<CaseRecord, 'id'>[],
  identity: BrowserIdentity,
  { browser, timeline }: RecordedFiles,
): TimelineRecord | null {
  const [oldest] = timeline?.versions ?? [];
  if (timeline === null || oldest === undefined || !samePort(oldest, identity)) return null;
  return recordTimeline(
    timeline,
    cases.map(({ id }) => id),
    browser,
  );
}

/** The steps that its reproduction names are added to `derivations`. */
function recordDeviation(
  { observed, reproduction, sometimes: _sometimes, ...deviation }: KnownDeviation,
  browser: string,
  derivations: Derivation[],
): DeviationRecord {
  const shown = reproduction && recordReproduction(reproduction);
  if (shown) derivations.push(shown.derivation);
  return {
    ...deviation,
    observed: Object.keys(observed).join(' | '),
    browser,
    ...(shown && { reproduction: shown.record }),
  };
}

/** The evidence of a case whose browser was lost. */
const nothing = (one: PlannedCase, reason: string): Evidence => ({
  ...emptyEvidence({ case: one.id, run: '0', instance: one.document.id }),
  failed: reason,
});
