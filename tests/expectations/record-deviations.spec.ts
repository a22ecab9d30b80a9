import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { causesOf } from '../../harness/expectations/causes.ts';
import { expectationsFolder } from '../../harness/expectations/expectations-file.ts';
import { deviationsFile, deviationsPath } from '../../harness/expectations/known-deviations.ts';
import { deviationsOf } from '../../harness/expectations/record-deviations.ts';
import { layOutJson } from '../../harness/results/lay-out-json.ts';
import type { Results } from '../../harness/results/schema.ts';

const causes = causesOf('firefox', [
  {
    id: 'throws',
    facet: 'outcome',
    observed: '^throw',
    contexts: '^document$',
    cause: 'It throws.',
    since: { firefox: { version: '153', date: '2026-11-22' } },
    links: [],
    lookedUp: null,
  },
]);

const [throws] = causes;
const races = { ...(throws as (typeof causes)[number]), id: 'races', sometimes: true as const };

const facet = (result: string, observed: string, differences?: string[]) => ({
  ...{ result, spec: 'rejects', observed },
  ...(differences && { differences }),
});

/** A case in one browser whose outcome differs like this. */
const caseOf = (id: string, outcome: object, status = 'new deviation', document = 's/1') => ({
  ...{ id, scenario: 's', document, mechanism: 'fetch' },
  observed: {
    firefox: {
      status,
      facets: {
        enforcement: facet('conforms', 'blocked'),
        outcome,
        violation: facet('conforms', ''),
        report: facet('not judged', ''),
      },
    },
  },
});

const recordOf = (...cases: object[]) => recordWith(causes, [], ...cases);

const recordWith = (
  causes: Parameters<typeof deviationsOf>[2],
  before: Parameters<typeof deviationsOf>[3],
  ...cases: object[]
) =>
  deviationsOf(
    {
      browsers: [{ name: 'firefox', engine: 'firefox', version: '153', os: '', drivenBy: 'a driver' }],
      scenarios: [
        {
          id: 's',
          documents: [
            { id: 's/1', context: 'document' },
            { id: 's/2', context: 'worker' },
          ],
        },
      ],
      cases,
    } as unknown as Results,
    'firefox',
    causes,
    before,
  );

test('what a cause explains goes under its id, each case once, in order', () => {
  const throws = facet('deviates', 'throw TypeError');
  const file = recordOf(caseOf('s/1/fetch/b', throws), caseOf('s/1/fetch/a', throws));
  expect(file.measuredWith).toBe('firefox 153, a driver');
  expect(file.deviations).toEqual([
    {
      ...{ id: 'throws', facet: 'outcome', kind: 'compatibility', spec: 'rejects' },
      observed: { 'throw TypeError': { s: ['1/fetch/a', '1/fetch/b'] } },
    },
  ]);
});

test('what shows itself sometimes only stays recorded of the cases there are, seen or not', () => {
  const seen = caseOf('s/1/fetch/a', facet('deviates', 'throw TypeError'));
  const { deviations: before } = recordWith([races], [], seen, caseOf('s/1/fetch/b', facet('conforms', '')));
  const later = (cause: typeof races, ...cases: object[]) => recordWith([cause], before, ...cases).deviations;
  const unseen = [caseOf('s/1/fetch/a', facet('conforms', '')), caseOf('s/1/fetch/b', facet('conforms', ''))];
  expect(later(races, ...unseen)).toEqual(before);
  expect(later(races, ...unseen.slice(1))).toEqual([]);
  const { sometimes: _, ...always } = races;
  expect(later(always as typeof races, ...unseen)).toEqual([]);
  const both = later(races, unseen[0] as object, caseOf('s/1/fetch/b', facet('deviates', 'throw TypeError')));
  expect(both).toMatchObject([{ observed: { 'throw TypeError': { s: ['1/fetch/a', '1/fetch/b'] } } }]);
});

test('a race that is seen of its harmless cases only is as grave as before', () => {
  const [plain] = recordWith(
    [races],
    [],
    caseOf('s/1/fetch/a', facet('deviates', 'throw TypeError')),
  ).deviations;
  if (plain === undefined) throw new Error('nothing is recorded');
  const before = [{ ...plain, kind: 'security' as const, spec: 'blocked' }];
  const seen = caseOf('s/1/fetch/a', facet('deviates', 'throw TypeError'));
  expect(recordWith([races], before, seen).deviations).toMatchObject([
    { kind: 'security', spec: 'rejects | blocked' },
  ]);
});

test('what no cause explains is grouped by what was seen, and says so', () => {
  const file = recordOf(caseOf('s/2/fetch/a', facet('deviates', 'throw TypeError'), 'new deviation', 's/2'));
  expect(file.deviations).toMatchObject([{ id: 'outcome-fetch-throw-typeerror', unexplained: true }]);
});

test('each difference of a facet is recorded on its own', () => {
  const file = recordOf(caseOf('s/1/fetch/a', facet('deviates', 'throw X; nothing', ['throw X', 'nothing'])));
  expect(file.deviations.map(({ id, observed }) => [id, Object.keys(observed)])).toEqual([
    ['outcome-fetch-nothing', ['nothing']],
    ['throws', ['throw X']],
  ]);
});

test('neither what conforms nor what is disputed is recorded', () => {
  const file = recordOf(
    caseOf('s/1/fetch/a', facet('conforms', 'rejects')),
    caseOf('s/1/fetch/b', facet('deviates', 'throw X'), 'disputed'),
  );
  expect(file.deviations).toEqual([]);
});

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`the file of ${browser} is laid out as record writes it`, () => {
    const text = readFileSync(new URL(deviationsPath(browser), expectationsFolder), 'utf8');
    expect(text).toBe(layOutJson(deviationsFile.parse(JSON.parse(text))));
  });

test('what the specification says is written once, however many say it, and of however many ways', () => {
  const ways = { ...facet('deviates', 'throws'), spec: 'error | close' };
  const { deviations } = recordOf(
    caseOf('s/1/a', ways),
    caseOf('s/1/b', ways),
    caseOf('s/1/c', facet('deviates', 'throws')),
  );
  expect(deviations.map(({ spec }) => spec)).toEqual(['error | close | rejects']);
});
