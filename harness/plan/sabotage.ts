import { UserError } from '../errors.ts';
import { explain } from '../spec/explain.ts';
import { none } from './delivery.ts';
import type { Delivered, PlannedCase, PlannedDocument, PlannedScenario } from './plan.ts';
import { questionOf } from './question.ts';

/** Ways to serve the wrong policies on purpose: a check that still passes then has checked nothing. */
export const sabotages = ['strip-policy', 'add-none'] as const;
export type Sabotage = (typeof sabotages)[number];

/** The sabotage the environment asks for. @throws UserError for one that does not exist */
export function sabotageFromEnvironment(env: NodeJS.ProcessEnv = process.env): Sabotage | null {
  const name = env.CONNECT_SRC_SABOTAGE;
  if (name === undefined || name === '') return null;
  const found = sabotages.find((one) => one === name);
  if (found === undefined)
    throw new UserError(
      `CONNECT_SRC_SABOTAGE: unknown sabotage "${name}"`,
      `Known are: ${sabotages.join(', ')}.`,
    );
  return found;
}

/** The document with all its policies taken away, or with one added that lets nothing connect. */
export function sabotaged(document: PlannedDocument, sabotage: Sabotage): PlannedDocument {
  if (sabotage === 'strip-policy') return { ...document, ...none, creator: document.creator && none };
  const added = (delivered: Delivered): Delivered => ({
    ...delivered,
    policy: [...delivered.policy, "connect-src 'none'"],
  });
  const inherits = document.context.create !== undefined && document.context.own === undefined;
  // Where a global inherits, a policy reaches it through its creator only.
  if (inherits && document.creator) return { ...document, creator: added(document.creator) };
  return { ...document, ...added(document) };
}

/** The verdict that the specification gives a case once its document is sabotaged; null where it stays the same. */
export function movedVerdict(one: PlannedCase, sabotage: Sabotage): PlannedCase['expected'] | null {
  const moved = explain(questionOf({ ...one, document: sabotaged(one.document, sabotage) })).verdict;
  return moved === explain(questionOf(one)).verdict ? null : moved;
}

/** The scenario with those of its cases only whose verdict should move; a run need not ask the others. */
export const onlyMoving = (scenario: PlannedScenario, sabotage: Sabotage): PlannedScenario => ({
  ...scenario,
  cases: scenario.cases.filter((one) => movedVerdict(one, sabotage) !== null),
});
