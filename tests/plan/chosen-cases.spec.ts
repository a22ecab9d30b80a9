import { expect, test } from '@playwright/test';
import { chosenCases } from '../../harness/plan/chosen-cases.ts';
import { loadCorpus } from '../../harness/plan/load.ts';

test('of all cases, those alone are run that the environment names', async () => {
  const { scenarios } = await loadCorpus();
  const [first, second] = scenarios;
  const ids = [first?.cases[1]?.id, second?.cases[0]?.id] as string[];
  const chosen = chosenCases(scenarios, { CONNECT_SRC_CASES: JSON.stringify(ids) });
  expect(chosen.map(({ cases }) => cases.map(({ id }) => id))).toEqual([[ids[0]], [ids[1]]]);
  expect(chosenCases(scenarios, {})).toBe(scenarios);
});

for (const [text, message] of [
  ['["nowhere/x/fetch/y"]', 'there is no case nowhere/x/fetch/y'],
  ['nowhere', 'no array of case ids'],
  ['{"a": 1}', 'no array of case ids'],
] as const)
  test(`${text} is a mistake that is explained`, () => {
    expect(() => chosenCases([], { CONNECT_SRC_CASES: text })).toThrow(message);
  });
