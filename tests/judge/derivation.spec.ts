import { expect, test } from '@playwright/test';
import { derivationOf, tablesOf } from '../../harness/judge/derivation.ts';
import { judge } from '../../harness/judge/judge.ts';
import { expand } from '../../harness/plan/expand.ts';
import { evidenceOf } from './fixture.ts';

const nothingKnown = { deviations: { of: () => [], mustShow: false }, disputes: new Set<string>() };

function derivations() {
  const scenario = expand(
    {
      id: 'derivations',
      title: 'Two targets, one of them by two mechanisms',
      documents: [
        {
          policy: 'connect-src https://api.test',
          by: ['fetch', 'XMLHttpRequest'],
          allows: [{ url: 'https://api.test/?q=1', redirects: ['https://api.test/to'] }],
          blocks: ['https://third.test/?q=1'],
        },
      ],
    },
    'derivations',
    'derivations.ts',
  );
  return scenario.cases.map((one) => judge(scenario, one, evidenceOf(one), nothingKnown));
}

test('cases that are alike share their steps, which hold no mark of the harness', () => {
  const judged = derivations();
  const tables = tablesOf(judged.map(({ derivation }) => derivation));
  expect(judged).toHaveLength(4);
  expect(Object.keys(tables.derivations)).toHaveLength(2);
  for (const { record } of judged) expect(tables.derivations).toHaveProperty(record.spec.derivation);
  expect(JSON.stringify(tables)).toContain('https://third.test/?q=1"');
  expect(JSON.stringify(tables)).not.toMatch(/case=|run=|hop=/);
});

test('the same steps have the same id in every run, and other steps another', () => {
  const ids = () => derivations().map(({ derivation }) => derivation.id);
  expect(ids()).toEqual(ids());
  const step = { anchor: 'CSP#match-paths', what: 'path-part', outcome: 'Matches' } as const;
  expect(derivationOf([step]).id).not.toBe(derivationOf([step, step]).id);
  expect(derivationOf([step]).id).not.toBe(derivationOf([{ ...step, outcome: 'Does Not Match' }]).id);
});
