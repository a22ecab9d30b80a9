import { EngineError } from '../engines/engine.ts';
import { collect } from '../evidence/collect.ts';
import type { Evidence } from '../evidence/evidence.ts';
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
 * never heard of, a control failed) the scenario is run again in a fresh browser, for those cases only: the first
 * verdict on a case stands, so that running again can hide no flip.
 */
export async function collectWithAttempts(scenario: PlannedScenario, rig: Rig): Promise<Collected> {
  const collected: Collected = { evidence: new Map(), lost: null };
  let losses = 0;
  const open = () => scenario.cases.filter((one) => !isConclusive(one, collected.evidence.get(one.id)));
  for (let attempt = 1; attempt <= ATTEMPTS && open().length > 0; attempt++) {
    if (attempt > 1) await rig.restart();
    try {
      const evidence = await collect(scenario, rig, reachable);
      for (const { id } of open()) collected.evidence.set(id, evidence.get(id) as Evidence);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      losses += 1;
      collected.lost = `The browser was lost ${losses} times; last by ${error.kind}: ${error.message}`;
    }
  }
  return collected;
}

const isConclusive = (one: PlannedCase, evidence: Evidence | undefined): boolean =>
  evidence !== undefined && observe(one, evidence).verdict !== 'inconclusive';
