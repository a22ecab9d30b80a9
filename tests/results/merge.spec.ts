import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { merge } from '../../harness/results/merge.ts';
import type { Results, TimelineRecord } from '../../harness/results/schema.ts';
import { results as schema } from '../../harness/results/schema.ts';
import { blockedCase, firefox, letThrough, observation, run } from './synthetic-results.ts';

const first = run([blockedCase('one', 'fetch', { firefox: observation() })], {
  shards: { total: 2, present: [1] },
});
const second = run([blockedCase('two', 'fetch', { firefox: letThrough() })], {
  shards: { total: 2, present: [2] },
  startedAt: '2026-11-20T03:01:00.000Z',
  finishedAt: '2026-11-20T03:09:00.000Z',
});

function merged(...parts: Results[]): Results {
  const result = merge(parts.map((results, index) => ({ name: `part ${index}`, results })));
  expect(schema.safeParse(result).success).toBe(true);
  return result;
}

test('shards of one browser become one run, in whatever order they come', () => {
  const whole = merged(second, first);
  expect(whole).toEqual(merged(first, second));
  expect(whole.cases.map((record) => record.scenario)).toEqual(['one', 'two']);
  expect(whole.shards).toEqual({ total: 2, present: [1, 2] });
  expect(whole.missing).toEqual([]);
  expect([whole.startedAt, whole.finishedAt]).toEqual([
    '2026-11-20T03:00:00.000Z',
    '2026-11-20T03:09:00.000Z',
  ]);
});

test('browsers of several machines stand side by side in each case', () => {
  const other = run([blockedCase('one', 'fetch', { chromium: letThrough() })]);
  const whole = merged(run([blockedCase('one', 'fetch', { firefox: observation() })]), other);
  expect(Object.keys(whole.cases[0]?.observed ?? {})).toEqual(['chromium', 'firefox']);
  expect(whole.browsers.map(({ name }) => name)).toEqual(['chromium', 'firefox']);
  expect(whole.shards).toBeUndefined();
});

test('the steps of all parts are united, each once', () => {
  const other: Results = {
    ...second,
    steps: { ...second.steps, s2: { anchor: 'CSP#match-paths', what: 'path-part', outcome: 'Matches' } },
    derivations: { ...second.derivations, d2: ['s2', 's1'] },
  };
  const whole = merged(other, first);
  expect(Object.keys(whole.steps)).toEqual(['s1', 's2']);
  expect(whole.derivations).toEqual({ d1: ['s1'], d2: ['s2', 's1'] });
});

test('timelines of one product are united, with the cases and the browsers of all parts', () => {
  const timeline = (id: string, browser: string): TimelineRecord => ({
    ...{ product: 'firefox', browsers: [browser], range: ['firefox-140', 'firefox'], complete: true },
    versions: [{ name: 'firefox-140', version: '140.1', date: '2026-11-20' }],
    deviations: [{ id: `of-${id}`, case: id, line: 'enforcement: allowed' }],
    mechanisms: { [`by-${id}`]: id },
    seen: { [id]: { 'firefox-140': ['enforcement: allowed'] } },
  });
  const whole = merged(
    { ...first, timelines: [timeline('one', 'firefox')] },
    {
      ...second,
      timelines: [timeline('two', 'firefox-140'), { ...timeline('two', 'x'), product: 'chromium' }],
    },
  );
  expect(whole.timelines?.map(({ product }) => product)).toEqual(['chromium', 'firefox']);
  expect(whole.timelines?.[1]).toMatchObject({
    browsers: ['firefox', 'firefox-140'],
    deviations: [{ id: 'of-one' }, { id: 'of-two' }],
    mechanisms: { 'by-one': 'one', 'by-two': 'two' },
  });
  expect(Object.keys(whole.timelines?.[1]?.seen ?? {})).toEqual(['one', 'two']);
  expect(merged(first, second).timelines).toBeUndefined();
});

test('a missing shard is named, for every scenario it would have run', () => {
  const chromiumWhole = run([
    blockedCase('one', 'fetch', { chromium: observation() }),
    blockedCase('two', 'fetch', { chromium: observation() }),
  ]);
  const whole = merged(first, chromiumWhole);
  expect(whole.shards).toEqual({ total: 2, present: [1] });
  expect(whole.missing).toEqual([
    { scenario: 'two', browser: 'firefox', reason: 'shard 2 of 2 is not among the merged results' },
  ]);
});

test('a browser whose results never arrived is named', () => {
  const whole = merge(
    [{ name: 'a', results: run([blockedCase('one', 'fetch', { firefox: observation() })]) }],
    ['firefox', 'safari'],
  );
  expect(whole.missing).toEqual([
    { scenario: 'one', browser: 'safari', reason: 'no results of this browser are among the merged ones' },
  ]);
});

test('a gap that one part names is closed by another that has the result', () => {
  const gap = [{ scenario: 'two', browser: 'firefox', reason: 'the browser would not start' }];
  const lacking = run([blockedCase('one', 'fetch', { firefox: observation() })], {
    missing: gap,
    scenarios: [...first.scenarios, ...second.scenarios],
  });
  expect(merged(lacking).missing).toEqual(gap);
  expect(merged(lacking, run(second.cases)).missing).toEqual([]);
});

test('what a run that was cut short never began stays named, though nothing else tells of it', () => {
  const gaps = [
    { scenario: 'one', browser: 'webkit', reason: 'the run ended before it' },
    { scenario: 'two', browser: 'firefox', reason: 'the run ended before it' },
    { scenario: 'two', browser: 'webkit', reason: 'the run ended before it' },
  ];
  const short = run([blockedCase('one', 'fetch', { firefox: observation() })], { missing: gaps });
  expect(merged(short).missing).toEqual(gaps);
  expect(merged(short).corpus.selected).toBe(2);
});

test('a case with two verdicts in one browser is unstable, and says both', () => {
  const twice = merged(
    run([blockedCase('one', 'fetch', { firefox: observation() })]),
    run([blockedCase('one', 'fetch', { firefox: letThrough() })]),
  );
  expect(twice.cases[0]?.observed.firefox).toMatchObject({
    status: 'unstable',
    reason: 'blocked: a violation event, and nothing arrived; run again, allowed: the request arrived',
  });
});

test('different corpora, versions or splits are refused with both names', () => {
  const corpus = { ...second.corpus, hash: 'another' };
  expect(() => merged(first, { ...second, corpus })).toThrow(UserError);
  expect(() => merged(first, { ...second, corpus })).toThrow(/part 0 and part 1 are of different corpora/);
  const newer = { ...second, browsers: [{ ...firefox, version: '154.0' }] };
  expect(() => merged(first, newer)).toThrow(/firefox 153\.0 in part 0 and firefox 154\.0 in part 1/);
  expect(() => merged(first, { ...second, shards: { total: 3, present: [2] } })).toThrow(
    /split into 2 shards/,
  );
  expect(() => merge([])).toThrow(UserError);
});

test('shards from machines of different systems name both', () => {
  const elsewhere = { ...second, browsers: [{ ...firefox, os: 'Ubuntu 24.04' }] };
  expect(merged(first, elsewhere).browsers[0]?.os).toBe('Debian 12 and Ubuntu 24.04');
});

test('a case with one verdict and two outcomes is unstable too', () => {
  const first = run([blockedCase('one', 'fetch', { firefox: letThrough() })]);
  const second = structuredClone(first);
  const seen = second.cases[0]?.observed.firefox;
  if (seen) seen.facets.outcome = { ...seen.facets.outcome, observed: 'something else' };
  expect(merged(first, second).cases[0]?.observed.firefox?.status).toBe('unstable');
});

test('what happened to the rig in any part is told of the whole', () => {
  const of = (scenario: string) => ({ scenario, browser: 'firefox', kind: 'stray' as const, what: 'GET /' });
  const parts = ['two', 'one'].map((id) =>
    run([blockedCase(id, 'fetch', { firefox: observation() })], { incidents: [of(id)] }),
  );
  expect(merged(...parts).incidents).toEqual([of('one'), of('two')]);
  expect(merged(run([blockedCase('one', 'fetch', { firefox: observation() })]))).not.toHaveProperty(
    'incidents',
  );
});
