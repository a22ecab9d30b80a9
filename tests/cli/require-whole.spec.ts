import { expect, test } from '@playwright/test';
import { requireNoGaps, requireWhole } from '../../harness/cli/require-whole.ts';
import type { PlannedScenario } from '../../harness/plan/plan.ts';
import type { Observation, Results } from '../../harness/results/schema.ts';
import { blockedCase, observation, run } from '../results/synthetic-results.ts';

const hash = 'c0ffee0123456789';

/** The results of one case in two browsers, of which the second saw this. */
const results = (firefox: Observation | null, changes: Partial<Results> = {}) =>
  run([blockedCase('one', 'fetch', { chromium: observation(), ...(firefox && { firefox }) })], changes);
const whole = results(observation());
const scenarios = [{ cases: whole.cases }] as unknown as PlannedScenario[];
const missing = Array.from({ length: 7 }, (_, index) => ({
  scenario: `scenario-${index}`,
  browser: 'webkit',
  reason: 'the run ended before it',
}));

test('results of everything are taken', () => {
  expect(() => requireWhole(whole, { hash, scenarios })).not.toThrow();
});

const refused: Array<{ name: string; found: Results; says: string[] }> = [
  {
    name: 'of another corpus',
    found: { ...whole, corpus: { ...whole.corpus, hash: 'another' } },
    says: ['not the results of the corpus as it stands', 'npx connect-src run'],
  },
  {
    name: 'of a run that ended early',
    found: { ...whole, missing },
    says: ['no result of 7 scenarios', 'webkit, scenario-0: the run ended before it', '… and 2 more'],
  },
  {
    name: 'without a case',
    found: { ...whole, cases: [] },
    says: ['2 cases', 'chromium, one/1/fetch/https://third.test/: no result'],
  },
  {
    name: 'of a case without a browser',
    found: results(null, { browsers: whole.browsers }),
    says: ['1 cases', 'firefox, one/1/fetch/https://third.test/: no result'],
  },
  {
    name: 'with an inconclusive case',
    found: results(observation({ verdict: 'inconclusive', status: 'inconclusive' })),
    says: ['firefox, one/1/fetch/https://third.test/: inconclusive'],
  },
  {
    name: 'with an unstable case',
    found: results(observation({ status: 'unstable' })),
    says: ['firefox, one/1/fetch/https://third.test/: unstable'],
  },
];
for (const { name, found, says } of refused)
  test(`results ${name} are not recorded`, () => {
    const record = () => requireWhole(found, { hash, scenarios });
    expect(record).toThrow(expect.objectContaining({ name: 'UserError' }));
    for (const part of says) expect(record).toThrow(part);
  });

test('a sabotaged run with a gap proves nothing', () => {
  expect(() => requireNoGaps(whole)).not.toThrow();
  expect(() => requireNoGaps({ ...whole, missing })).toThrow('no result of 7 scenarios');
});
