import { checkAgent } from '../plan/checks/agent.ts';
import { checkCreators } from '../plan/checks/creators.ts';
import { checkHeaders } from '../plan/checks/headers.ts';
import { checkHosts } from '../plan/checks/hosts.ts';
import { checkMetas } from '../plan/checks/metas.ts';
import { expand } from '../plan/expand.ts';
import type { PlannedScenario } from '../plan/plan.ts';
import { questionOf } from '../plan/question.ts';
import type { DocumentSource, Scenario, Target } from '../plan/scenario.ts';
import { explain } from '../spec/explain.ts';

/** A document of a scenario of which nobody has said what it allows: that is what is asked. */
export interface Explored
  extends Omit<DocumentSource, 'allows' | 'blocks' | 'refuses' | 'policy' | 'reportOnly' | 'meta'> {
  policy?: string[];
  reportOnly?: string[];
  meta?: string[];
  targets: ExploredTarget[];
}

/** Where it connects to, what its server answers, and what the call is told. */
export type ExploredTarget = Exclude<Target, string>;

/**
 * Plans documents as one scenario, in their order. What a case is expected to do is what the oracle says of it, since no
 * author has said anything.
 *
 * @throws UserError where a document cannot be played: its policy stops the agent, no mechanism takes its URLs, …
 */
export function planExplored(documents: readonly Explored[]): PlannedScenario {
  // Each has an id of its own: documents that differ in their targets alone are one to the plan.
  const planned = documents.map((document, index) =>
    expand(scenarioOf(document, `explored-${index + 1}`), 'explored', 'explored'),
  );
  for (const one of planned)
    for (const check of [checkHosts, checkHeaders, checkMetas, checkCreators, checkAgent]) check(one);
  const cases = planned.flatMap((one) => one.cases);
  for (const one of cases) one.expected = explain(questionOf(one)).verdict;
  return {
    scenario: {
      id: 'explored',
      title: 'Explored',
      documents: planned.flatMap(({ scenario }) => scenario.documents),
    },
    rule: 'explored',
    file: 'explored',
    documents: planned.flatMap((one) => one.documents),
    cases,
  };
}

/** Whether a document can be played at all. */
export function playable(document: Explored): boolean {
  try {
    planExplored([document]);
    return true;
  } catch {
    return false;
  }
}

const scenarioOf = ({ targets, ...document }: Explored, id: string): Scenario => ({
  id,
  title: 'Explored',
  documents: [{ ...document, allows: targets }],
});

/** The same document with one target and one mechanism: that of one case. */
export const only = (document: Explored, mechanism: string, target: ExploredTarget): Explored => ({
  ...document,
  by: mechanism,
  targets: [target],
});
