import { contentId } from '../results/content-id.ts';
import type { Results, StepRecord } from '../results/schema.ts';
import type { Step } from '../spec/explain.ts';

/** The steps that lead to one answer of the oracle, and an id that the same steps have in every run. */
export interface Derivation {
  id: string;
  steps: ReadonlyArray<{ id: string; record: StepRecord }>;
}

/** The derivation that these steps of the oracle are. */
export function derivationOf(steps: readonly Step[]): Derivation {
  const identified = steps.map(({ anchor, what, operands, outcome }) => {
    const record = { anchor, what, ...(operands && { operands }), outcome };
    return { id: contentId(record), record };
  });
  return { id: contentId(identified.map(({ id }) => id)), steps: identified };
}

/** The tables of a `results.json` that hold these derivations, each step and each list of steps once. */
export function tablesOf(derivations: readonly Derivation[]): Pick<Results, 'steps' | 'derivations'> {
  return {
    steps: Object.fromEntries(
      derivations.flatMap(({ steps }) => steps.map(({ id, record }) => [id, record] as const)),
    ),
    derivations: Object.fromEntries(derivations.map(({ id, steps }) => [id, steps.map(({ id }) => id)])),
  };
}
