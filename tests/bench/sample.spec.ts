import { expect, test } from '@playwright/test';
import { countCases, sample } from '../../harness/bench/sample.ts';
import { loadCorpus } from '../../harness/plan/load.ts';

test('a sample has about as many cases as asked, from all over the corpus, and is the same each time', async () => {
  const { scenarios } = await loadCorpus();
  const drawn = sample(scenarios, 1500);
  expect(countCases(drawn)).toBeGreaterThan(750);
  expect(countCases(drawn)).toBeLessThan(3000);
  const topics = (all: typeof scenarios) => new Set(all.map(({ rule }) => rule.split('/')[0]));
  expect(topics(drawn)).toEqual(topics(scenarios));
  expect(sample(scenarios, 1500)).toEqual(drawn);
});

test('as many cases as there are, or more, are all of them', async () => {
  const { scenarios } = await loadCorpus();
  expect(sample(scenarios, countCases(scenarios))).toEqual(scenarios);
  expect(sample(scenarios, 1_000_000)).toEqual(scenarios);
});
