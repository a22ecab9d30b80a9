import { EngineError } from '../engines/engine.ts';
import { collect } from '../evidence/collect.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Rig } from '../evidence/rig.ts';
import type { PlannedScenario } from '../plan/plan.ts';
import { reachable } from '../plan/reachable.ts';

const ATTEMPTS = 3;

/** The evidence of a scenario, or why there is none after three tries. */
export type Collected = { evidence: Map<string, Evidence> } | { lost: string };

/**
 * Collects a scenario's evidence. When the browser crashes, hangs, or a document is never heard of, everything is run
 * again in a fresh browser; a verdict is never a reason to run again.
 */
export async function collectWithAttempts(scenario: PlannedScenario, rig: Rig): Promise<Collected> {
  let lost = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await rig.restart();
    try {
      const evidence = await collect(scenario, rig, reachable);
      const silent = [...evidence.values()].filter(
        ({ calledAt, failed, open }) => calledAt === null && failed === null && open.missing === null,
      );
      if (silent.length === 0 || attempt === ATTEMPTS) return { evidence };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      lost = `${error.kind}: ${error.message}`;
    }
  }
  return { lost: `The browser was lost ${ATTEMPTS} times; last by ${lost}` };
}
