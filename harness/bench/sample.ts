import type { PlannedScenario } from '../plan/plan.ts';

export const countCases = (scenarios: readonly PlannedScenario[]): number =>
  scenarios.reduce((sum, { cases }) => sum + cases.length, 0);

/** Draws scenarios evenly from the corpus, with about as many cases as asked: the same ones each time. */
export function sample(scenarios: readonly PlannedScenario[], cases: number): PlannedScenario[] {
  const step = Math.max(1, countCases(scenarios) / cases);
  return scenarios.filter((_, index) => Math.floor((index + 1) / step) > Math.floor(index / step));
}
