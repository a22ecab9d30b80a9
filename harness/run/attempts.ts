import { EngineError } from '../engines/engine.ts';
import { collect } from '../evidence/collect.ts';
import { type Evidence, shapeOf } from '../evidence/evidence.ts';
import type { Rig } from '../evidence/rig.ts';
import { observe } from '../judgement/observe.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { reachable } from '../plan/reachable.ts';

const ATTEMPTS = 3;

/** The evidence of a scenario's cases; of those that are not in it, the browser was lost before there was any. */
export interface Collected {
  evidence: Map<string, Evidence>;
  /** How often the browser was lost, and how it was last; null where it was not. */
  lost: string | null;
}

/**
 * Collects a scenario's evidence. Where there is no verdict on some case (the browser crashed or hung, a document was
 * never heard of, a control failed) the scenario is run again in a fresh browser, for those cases only; and once where
 * a report has stayed out, since reports are delivered at best effort (https://w3c.github.io/reporting/#delivery).
 */
export async function collectWithAttempts(scenario: PlannedScenario, rig: Rig): Promise<Collected> {
  const collected: Collected = { evidence: new Map(), lost: null };
  let losses = 0;
  const open = (attempt: number) =>
    scenario.cases.filter((one) => {
      const evidence = collected.evidence.get(one.id);
      return !isConclusive(one, evidence) || (attempt === 2 && lacksReports(one, evidence));
    });
  for (let attempt = 1; attempt <= ATTEMPTS && open(attempt).length > 0; attempt++) {
    try {
      if (attempt > 1) await rig.restart();
      const evidence = await collect(scenario, rig, reachable);
      for (const one of open(attempt)) {
        const later = evidence.get(one.id) as Evidence;
        collected.evidence.set(one.id, whichStands(one, collected.evidence.get(one.id), later));
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      losses += 1;
      collected.lost = `The browser was lost ${losses} times; last by ${error.kind}: ${error.message}`;
    }
  }
  return collected;
}

/**
 * Which evidence of two attempts stands: the first that gives a verdict, so that running again can hide no flip; the
 * later one only where it is the same but for more reports.
 */
export function whichStands(one: PlannedCase, earlier: Evidence | undefined, later: Evidence): Evidence {
  if (!isConclusive(one, earlier)) return later;
  const same = allButReports(one, later) === allButReports(one, earlier);
  return same && later.reports.length > earlier.reports.length ? later : earlier;
}

/** What evidence says, without times, and without the run that URLs carry. */
function allButReports(one: PlannedCase, evidence: Evidence): string {
  const { steps, violations, timing, network } = evidence;
  const said = [
    observe(one, evidence).verdict,
    shapeOf(steps),
    violations.map(({ target, fields }) => JSON.stringify([target, fields])).sort(),
    timing,
    network.map(({ kind, hop, method, url }) => [kind, hop, method, url].join(' ')).sort(),
  ];
  return JSON.stringify(said).replace(/\brun=\d+/g, 'run=');
}

const isConclusive = (one: PlannedCase, evidence: Evidence | undefined): evidence is Evidence =>
  evidence !== undefined && observe(one, evidence).verdict !== 'inconclusive';

/** Whether a document that reports has sent fewer reports than it has fired events. */
const lacksReports = ({ document }: PlannedCase, { reports, violations }: Evidence): boolean =>
  document.reports !== null && reports.length < violations.length;
