import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  causeOf,
  causesFile,
  causesOf,
  type DeviationCause,
  factsOf,
  readCauses,
} from '../../harness/expectations/causes.ts';
import { expectationsFolder } from '../../harness/expectations/expectations-file.ts';
import { readDeviations, withCauses } from '../../harness/expectations/known-deviations.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { layOutJson } from '../../harness/results/lay-out-json.ts';

const browsers = ['chromium', 'firefox', 'webkit'];
const since = { version: '153', date: '2026-11-22' };
const cause = {
  id: 'unit',
  facet: 'outcome' as const,
  cause: 'It does so.',
  since: { firefox: since },
  links: [],
  lookedUp: null,
};

/** Every recorded line of every case, as `record` saw it when it looked for the cause. */
async function recordedDifferences() {
  const corpus = await loadCorpus();
  const cases = new Map(corpus.scenarios.flatMap((scenario) => scenario.cases).map((one) => [one.id, one]));
  return browsers.flatMap((browser) =>
    readDeviations(browser).flatMap(({ id, facet, observed: lines }) =>
      Object.entries(lines).flatMap(([observed, scenarios]) =>
        Object.entries(scenarios).flatMap(([scenario, rest]) =>
          rest.map((each) => {
            const one = cases.get(`${scenario}/${each}`);
            const place = { mechanism: one?.mechanism.name ?? '', context: one?.document.context.name ?? '' };
            return {
              id,
              planned: one !== undefined,
              difference: { browser, scenario, facet, observed, ...place },
            };
          }),
        ),
      ),
    ),
  );
}

test('the causes explain each recorded line as it is recorded, and none of them is dead', async () => {
  const causes = readCauses();
  const differences = await recordedDifferences();
  expect(differences.length).toBeGreaterThan(10_000);
  // The first cause that fits is taken: one too broad takes another's cases, and the record would change.
  const wrong = differences
    .map(({ id, planned, difference }) => ({ id, planned, by: causeOf(causes, difference)?.id, difference }))
    .filter(({ id, planned, by }) => !planned || by !== id);
  expect(wrong.slice(0, 5)).toEqual([]);
  const alive = new Set(differences.map(({ id, difference: { browser } }) => `${browser} ${id}`));
  const dead = causes.flatMap(({ id, browsers }) => browsers.map((browser) => `${browser} ${id}`));
  expect(dead.filter((each) => !alive.has(each))).toEqual([]);
});

test('every cause compiles as an expression and says something', () => {
  for (const { id, cause, observed, scenarios, mechanisms, contexts } of readCauses()) {
    expect(cause, id).toMatch(/^\S.*\.$/s);
    for (const expression of [observed, scenarios, mechanisms, contexts])
      if (expression !== undefined) expect(() => new RegExp(expression), id).not.toThrow();
  }
});

test('every cause has a public report, or the date on which none was found', () => {
  const unsearched = (causes: readonly Pick<DeviationCause, 'id' | 'links' | 'lookedUp'>[]) =>
    causes.filter(({ links, lookedUp }) => links.length === 0 && lookedUp === null).map(({ id }) => id);
  expect(unsearched(readCauses())).toEqual([]);
  expect(unsearched([cause])).toEqual(['unit']);
});

test('a difference is explained by the first cause that fits in all it names', () => {
  const broad = { ...cause, id: 'broad', browsers: ['firefox'] };
  const narrow: DeviationCause = { ...broad, id: 'narrow', mechanisms: '^fetch$', observed: '^throw' };
  const place = { browser: 'firefox', scenario: 's', mechanism: 'fetch', context: 'document' };
  const difference = { ...place, facet: 'outcome', observed: 'throw TypeError' };
  const idOf = (changed: object) => causeOf([narrow, broad], { ...difference, ...changed })?.id;
  expect(idOf({})).toBe('narrow');
  expect(idOf({ mechanism: 'fetch keepalive' })).toBe('broad');
  expect(idOf({ observed: 'nothing' })).toBe('broad');
  expect(idOf({ facet: 'report' })).toBeUndefined();
  expect(idOf({ browser: 'webkit' })).toBeUndefined();
});

test('a cause in the wrong file, or with a browser it was not measured in, is an error that names it', () => {
  const both = { firefox: since, webkit: since };
  expect(causesOf('firefox', [cause])[0]?.browsers).toEqual(['firefox']);
  expect(causesOf('shared', [{ ...cause, since: both }])[0]?.browsers).toEqual(['firefox', 'webkit']);
  expect(() => causesOf('webkit', [cause])).toThrow(
    /causes\/webkit\.json: the cause "unit" is measured in firefox/,
  );
  expect(() => causesOf('firefox', [{ ...cause, since: both }])).toThrow(/does not belong/);
  expect(() => causesOf('shared', [cause])).toThrow(/one browser/);
  const fixed = { webkit: { date: '2026-01-01', url: 'https://bugs.test/1' } };
  expect(() => causesOf('firefox', [{ ...cause, fixed }])).toThrow(/names webkit/);
});

test('a file of causes takes no key that it does not know, and no date that is none', () => {
  expect(causesFile.safeParse({ causes: [cause] }).success).toBe(true);
  expect(causesFile.safeParse({ causes: [{ ...cause, mechanism: 'fetch' }] }).success).toBe(false);
  expect(causesFile.safeParse({ causes: [{ ...cause, lookedUp: 'lately' }] }).success).toBe(false);
  expect(causesFile.safeParse({ causes: [{ ...cause, since: undefined }] }).success).toBe(false);
});

test('a browser is told only of reports that are about it', () => {
  const links = [
    { url: 'https://bugs.test/1', tells: 'same' as const, browsers: ['webkit'] },
    { url: 'https://bugs.test/2', tells: 'related' as const },
  ];
  const shared = {
    ...cause,
    since: { firefox: since, webkit: since },
    links,
    browsers: ['firefox', 'webkit'],
  };
  expect(factsOf(shared, 'firefox').links).toEqual([{ url: 'https://bugs.test/2', tells: 'related' }]);
  expect(factsOf(shared, 'webkit').links).toHaveLength(2);
});

test('a recorded deviation has its cause, or says that nobody explained it', () => {
  const entry = { id: 'unit', facet: 'outcome', kind: 'compatibility', spec: '', observed: {} } as const;
  const causes = causesOf('firefox', [cause]);
  const known = (deviation: object, browser = 'firefox') =>
    withCauses('file', { browser, measuredWith: '', deviations: [{ ...entry, ...deviation }] }, causes)[0];
  expect(known({})).toMatchObject({ cause: 'It does so.', since });
  expect(known({ id: 'new', unexplained: true })).toMatchObject({ cause: 'Not explained yet.', since: null });
  expect(() => known({ id: 'mistyped' })).toThrow(/"mistyped" is not among the causes of firefox/);
  expect(() => known({}, 'webkit')).toThrow(/not among the causes of webkit/);
  expect(() => known({ unexplained: true })).toThrow(/marked as unexplained/);
});

for (const name of ['chromium', 'firefox', 'webkit', 'shared'])
  test(`the causes of ${name} are laid out as the project writes JSON`, () => {
    const text = readFileSync(new URL(`causes/${name}.json`, expectationsFolder), 'utf8');
    expect(text).toBe(layOutJson(causesFile.parse(JSON.parse(text))));
  });
