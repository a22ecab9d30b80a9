import { expect, test } from '@playwright/test';
import { checkTable } from '../../harness/cli/check-table.ts';
import type { DeviationRecord, Observation } from '../../harness/results/schema.ts';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';

const deviation: DeviationRecord = {
  id: 'd',
  browser: 'firefox',
  facet: 'enforcement',
  kind: 'security',
  spec: 'blocked',
  observed: 'allowed',
  cause: 'workers have no policy',
  since: null,
  links: [{ url: 'https://bugs.example/1', tells: 'same' }],
  lookedUp: null,
  fixed: null,
};

type Facet = Observation['facets']['enforcement'];

const GOOD = 'Everything is as expected and as the specification says.';

test('all conforms: that is said, and nothing else', () => {
  const said = checkTable(run([blockedCase('one', 'fetch', { firefox: observation() })]));
  expect(said).toContain(GOOD);
  expect(said).not.toMatch(/fail|pass/);
});

for (const [status, why] of [
  ['known deviation', 'it passes, for the browser is known to do so'],
  ['disputed', 'it passes, for the specification is disputed here'],
  ['unsupported', 'it passes, for the browser does not have the API'],
] as const)
  test(`a row that passes as ${status} is named, with why it passes`, () => {
    const said = checkTable(run([blockedCase('one', 'fetch', { firefox: letThrough({ status }) })]));
    expect(said).not.toContain(GOOD);
    expect(said).toContain(`firefox, fetch https://third.test/: ${status}. the request arrived`);
    expect(said).toContain('enforcement: the specification says blocked; seen: allowed');
    expect(said).toContain(why);
    expect(said).toContain('Nothing fails.');
  });

test('the cause of a known deviation stands beside it', () => {
  const facet: Facet = { result: 'deviates', spec: 'blocked', observed: 'allowed', deviations: ['d'] };
  const seen = letThrough({ status: 'known deviation' });
  const one = blockedCase('one', 'fetch', {
    firefox: { ...seen, facets: { ...seen.facets, enforcement: facet } },
  });
  const said = checkTable(run([one], { deviations: [deviation] }));
  expect(said).toContain('is known to do so: workers have no policy (https://bugs.example/1)');
});

test('rows that fail, and what gave no result, come first', () => {
  const missing = [{ scenario: 'one', browser: 'webkit', reason: 'Xvfb is not there' }];
  const said = checkTable(run([blockedCase('one', 'fetch', { firefox: letThrough() })], { missing }));
  expect(said).toContain('These fail (2):\n  firefox, fetch https://third.test/: new deviation.');
  expect(said).toContain('webkit, one: no result: Xvfb is not there');
  expect(said).not.toContain('Nothing fails.');
});
