import { UserError } from '../errors.ts';
import { explain } from '../spec/explain.ts';
import { none } from './delivery.ts';
import type { Delivered, PlannedCase, PlannedDocument, PlannedScenario } from './plan.ts';
import { questionOf } from './question.ts';

/** Ways to serve the wrong policies on purpose: a check that still passes then has checked nothing. */
export const sabotages = ['strip-policy', 'add-none'] as const;
export type Sabotage = (typeof sabotages)[number];

/**
 * The sabotages the environment asks for, separated by commas; none where it asks for nothing.
 * @throws UserError for one that does not exist
 */
export function sabotagesFromEnvironment(env: NodeJS.ProcessEnv = process.env): Sabotage[] {
  const names = env.CONNECT_SRC_SABOTAGE?.split(',').filter((name) => name !== '') ?? [];
  return names.map((name) => {
    const found = sabotages.find((one) => one === name);
    if (found !== undefined) return found;
    throw new UserError(
      `CONNECT_SRC_SABOTAGE: unknown sabotage "${name}"`,
      `Known are: ${sabotages.join(', ')}.`,
    );
  });
}

/** The document with all its policies and allowlists taken away, or with one added that lets nothing connect. */
export function sabotaged(document: PlannedDocument, sabotage: Sabotage): PlannedDocument {
  if (sabotage === 'strip-policy') return { ...document, ...none, creator: document.creator && none };
  const added = (delivered: Delivered): Delivered => ({
    ...delivered,
    // A frame's element requires one policy: this one takes its place.
    policy: [...(document.context.required ? [] : delivered.policy), "connect-src 'none'"],
  });
  const inherits = document.context.created && document.context.own === undefined;
  // Where a global inherits, a policy reaches it through its creator only.
  if (inherits && document.creator) return { ...document, creator: added(document.creator) };
  return { ...document, ...added(document) };
}

/** A sabotage that a case should notice, and the verdict the specification then gives it. */
export interface Move {
  sabotage: Sabotage;
  should: PlannedCase['expected'];
}

/** The one of these sabotages that changes what the specification says of a case; null where none does. */
export function moveOf(one: PlannedCase, sabotages: readonly Sabotage[]): Move | null {
  const before = explain(questionOf(one)).verdict;
  for (const sabotage of sabotages) {
    const should = explain(questionOf({ ...one, document: sabotaged(one.document, sabotage) })).verdict;
    if (should !== before) return { sabotage, should };
  }
  return null;
}

/** The scenario with those of its cases only that should notice one of these sabotages; a run need not ask the others. */
export const onlyMoving = (scenario: PlannedScenario, sabotages: readonly Sabotage[]): PlannedScenario => ({
  ...scenario,
  cases: scenario.cases.filter((one) => moveOf(one, sabotages) !== null),
});
