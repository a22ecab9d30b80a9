import { expect, test } from '@playwright/test';
import { batches, costOf } from '../../harness/plan/batches.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import type { PlannedScenario } from '../../harness/plan/plan.ts';
import { UDP_PORTS } from '../../harness/plan/world.ts';

const costOfAll = (scenarios: readonly PlannedScenario[]) =>
  scenarios.reduce((sum, one) => sum + costOf(one), 0);

/** As Playwright does it: a shard has every group whose first test is one of its equal share of all tests. */
function shardsOf(total: number, groups: readonly PlannedScenario[][]): PlannedScenario[][] {
  const share = groups.flat().length / total;
  const shards: PlannedScenario[][] = Array.from({ length: total }, () => []);
  let first = 0;
  for (const group of groups) {
    shards[Math.floor(first / share)]?.push(...group);
    first += group.length;
  }
  return shards;
}

test('each scenario is in one batch, and neighbours of the corpus are together', async () => {
  const { scenarios } = await loadCorpus();
  const all = batches(scenarios);
  const places = new Map(scenarios.map((one, index) => [one, index]));
  expect(new Set(all.flat())).toEqual(new Set(scenarios));
  expect(all.flat()).toHaveLength(scenarios.length);
  for (const [first, ...rest] of all)
    for (const [index, one] of rest.entries())
      expect(places.get(one)).toBe((places.get(first as PlannedScenario) ?? 0) + index + 1);
});

for (const total of [2, 3, 4])
  test(`the costliest of ${total} shards costs at most 15 % more than their mean`, async () => {
    const { scenarios } = await loadCorpus();
    const shards = shardsOf(total, batches(scenarios));
    expect(shards.flat()).toHaveLength(scenarios.length);
    const mean = costOfAll(scenarios) / total;
    expect(Math.max(...shards.map(costOfAll)) / mean).toBeLessThan(1.15);
  });

test('a batch has no more WebTransport cases than there are UDP ports for', async () => {
  const { scenarios } = await loadCorpus();
  const sessions = (batch: readonly PlannedScenario[]) =>
    batch.flatMap(({ cases }) => cases).filter(({ mechanism }) => mechanism.name === 'WebTransport').length;
  expect(sessions(scenarios)).toBeGreaterThan(UDP_PORTS / 4);
  for (const batch of batches(scenarios)) expect(sessions(batch)).toBeLessThanOrEqual(UDP_PORTS / 4);
});

test('a few scenarios are in a batch each, so that workers and shards can share them out', async () => {
  const { scenarios } = await loadCorpus();
  const [one] = scenarios;
  if (one === undefined) throw new Error('there is no corpus');
  expect(batches([one, one, one])).toEqual([[one], [one], [one]]);
});

test('no scenarios make no batch', () => {
  expect(batches([])).toEqual([]);
});
