import path from 'node:path';
import type { BrowserIdentity } from '../engines/engine.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Rig } from '../evidence/rig.ts';
import { type Derivation, tablesOf } from '../judgement/derivation.ts';
import { judge } from '../judgement/judge.ts';
import type { KnownDeviation } from '../judgement/known-deviations.ts';
import { scenarioRecord } from '../judgement/record.ts';
import type { RecordedFiles } from '../judgement/recorded.ts';
import { type DeviationRecord, type Results, SCHEMA_VERSION } from '../judgement/results.ts';
import type { Corpus } from '../plan/load.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { onlyMoving, sabotagesFromEnvironment } from '../plan/sabotage.ts';
import { collectWithAttempts } from './attempts.ts';

/** The name and version that stand in results. */
export const GENERATOR = 'connect-src-conformance 0.1.0';

/**
 * Runs one scenario in the rig's browser and gives its results: a `results.json` of one scenario and one browser. Under
 * sabotage, of those of its cases that should notice.
 */
export async function runPart(
  whole: PlannedScenario,
  rig: Rig,
  recorded: RecordedFiles,
  corpus: Corpus,
): Promise<Results> {
  const startedAt = new Date().toISOString();
  const { browser } = recorded;
  const sabotages = sabotagesFromEnvironment();
  const scenario = sabotages.length === 0 ? whole : onlyMoving(whole, sabotages);
  const { evidence, lost } = await collectWithAttempts(scenario, rig);
  const derivations: Derivation[] = [];
  const cases = scenario.cases.map((one) => {
    const { record, derivation, observation } = judge(
      scenario,
      one,
      evidence.get(one.id) ?? nothing(one, lost ?? ''),
      recorded,
    );
    derivations.push(derivation);
    return { ...record, observed: { [browser]: observation } };
  });
  const covering = new Set(
    cases.flatMap(({ observed }) =>
      Object.values(observed[browser]?.facets ?? {}).flatMap((facet) => facet.deviations ?? []),
    ),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: GENERATOR,
    startedAt,
    finishedAt: new Date().toISOString(),
    corpus: corpusRecord(corpus),
    missing: [],
    browsers: [browserRecord(rig.identity, browser)],
    deviations: recorded.known
      .filter(({ id }) => covering.has(id))
      .map((one) => deviationRecord(one, browser)),
    disputes: recorded.disputeRecords,
    ...tablesOf(derivations),
    scenarios: [scenarioRecord(scenario)],
    cases,
  };
}

/** A file from outside is named as seen from where the run is, as its commands are: results tell of no machine's folders. */
const corpusRecord = ({ hash, scenarios, file }: Corpus): Results['corpus'] => ({
  hash,
  scenarios: scenarios.length,
  selected: 1,
  ...(file !== undefined && { file: path.relative(process.cwd(), file) }),
});

const browserRecord = ({ engine, version, os, drivenBy }: BrowserIdentity, name: string) => ({
  name,
  engine,
  version,
  os,
  drivenBy,
});

const deviationRecord = ({ observed, ...deviation }: KnownDeviation, browser: string): DeviationRecord => ({
  ...deviation,
  observed: Object.keys(observed).join(' | '),
  browser,
});

/** The evidence of a case whose browser was lost. */
function nothing(one: PlannedCase, reason: string): Evidence {
  return {
    opened: { case: one.id, run: '0', instance: one.document.id },
    calledAt: null,
    steps: [],
    unavailable: null,
    failed: reason,
    settled: false,
    network: [],
    violations: [],
    reports: [],
    observedReports: null,
    timing: null,
    console: null,
    open: { missing: null, worked: false, summary: 'not run' },
    closed: 'not run',
  };
}
