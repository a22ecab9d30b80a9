import { expect, test } from '@playwright/test';
import { loadCorpus } from '../../harness/plan/load.ts';
import { questionOf } from '../../harness/plan/question.ts';
import { anchors } from '../../harness/spec/anchors.ts';
import { explain } from '../../harness/spec/explain.ts';

/** Which scenarios of the corpus take the oracle to each anchor. */
async function scenariosByAnchor(): Promise<Map<string, Set<string>>> {
  const reached = new Map<string, Set<string>>();
  for (const { scenario, cases } of (await loadCorpus()).scenarios)
    for (const one of cases)
      for (const { anchor } of explain(questionOf(one)).steps) {
        const scenarios = reached.get(anchor) ?? new Set<string>();
        reached.set(anchor, scenarios.add(scenario.id));
      }
  return reached;
}

test('every anchor of the oracle is exercised by a scenario', async () => {
  const reached = await scenariosByAnchor();
  // No service worker of the corpus answers for a script; the tables of tests/spec have one.
  expect(anchors.filter((anchor) => !reached.has(anchor))).toEqual([
    'CSP#script-post-request',
    'FETCH#dom-request',
  ]);
});
