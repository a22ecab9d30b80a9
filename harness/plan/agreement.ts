import { explain } from '../spec/explain.ts';
import type { PlannedCase, PlannedScenario } from './plan.ts';
import { questionOf } from './question.ts';

/** A connection for which the scenario's author and the oracle say different things. */
export interface Disagreement {
  one: PlannedCase;
  spec: 'allowed' | 'blocked';
  /** The disputed points that the oracle's verdict hangs on. */
  disputed: string[];
}

/** Where a scenario's declared `allows` and `blocks` are not what the specification says. Claims may be wrong: they are passed over. */
export function disagreements({ scenario, cases }: PlannedScenario): Disagreement[] {
  if (scenario.claim) return [];
  return cases.flatMap((one) => {
    const { verdict, disputed } = explain(questionOf(one));
    return verdict === one.expected ? [] : [{ one, spec: verdict, disputed: [...disputed] }];
  });
}
