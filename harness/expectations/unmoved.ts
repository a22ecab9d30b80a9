import { z } from 'zod';
import type { PlannedCase } from '../plan/plan.ts';
import { moveOf, type Sabotage, sabotages } from '../plan/sabotage.ts';
import type { Results } from '../results/schema.ts';
import type { Verdict } from '../results/verdict.ts';
import { readExpectations } from './expectations-file.ts';
import { holdsFor, whichCases } from './which-cases.ts';

/** Why cases keep their verdict though their policy was sabotaged. */
const explanation = z.strictObject({ ...whichCases, why: z.string() });
export type UnmovedExplanation = z.infer<typeof explanation>;

/**
 * The explanations that `scenarios/expectations/unmoved.json` holds.
 *
 * @throws UserError when the file is not what it should be
 */
export const readUnmoved = (): UnmovedExplanation[] =>
  readExpectations('unmoved.json', z.strictObject({ unmoved: z.array(explanation) })).unmoved;

/** A case whose verdict did not move when its policy was sabotaged. */
export interface Unmoved {
  id: string;
  browser: string;
  sabotage: Sabotage;
  should: Verdict;
  did: Verdict;
  why: string | null;
}

/**
 * The cases that should have moved and did not: the specification gives another verdict under the sabotaged policy, and
 * the browser did not follow.
 */
export function unmoved(
  cases: readonly PlannedCase[],
  results: Results,
  explanations: readonly UnmovedExplanation[],
): Unmoved[] {
  const seen = new Map(results.cases.map(({ id, observed }) => [id, observed]));
  return cases.flatMap((one) => {
    const move = moveOf(one, sabotages);
    if (move === null) return [];
    return Object.entries(seen.get(one.id) ?? {})
      .filter(([, { verdict }]) => verdict !== move.should && verdict !== 'unsupported')
      .map(([browser, { verdict: did }]) => {
        const found = explanations.find((each) => holdsFor(each, { browser, ...placeOf(one) }));
        return { id: one.id, browser, ...move, did, why: found?.why ?? null };
      });
  });
}

const placeOf = ({ id, mechanism, document }: PlannedCase) => ({
  scenario: id.slice(0, id.indexOf('/')),
  mechanism: mechanism.name,
  context: document.context.name,
});
