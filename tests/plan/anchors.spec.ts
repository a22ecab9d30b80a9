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
  // No scenario of the corpus has a URL that its API refuses; the tables of tests/spec have.
  expect(anchors.filter((anchor) => !reached.has(anchor))).toEqual(['FETCH#dom-request']);
});
