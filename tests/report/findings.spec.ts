import { expect, test } from '@playwright/test';
import { findDeviations } from '../../harness/report/findings.ts';
import { indexResults } from '../../harness/report/report.ts';
import { pagesOf } from '../../harness/report/write-report.ts';
import type { DeviationRecord, Observation, Results } from '../../harness/results/schema.ts';
import { blockedCase, deviating, letThrough, observation, run } from '../results/synthetic-results.ts';
import { caseOf, observation as seenWith } from './synthetic-cases.ts';

const recorded = (changes: Partial<DeviationRecord>): DeviationRecord => ({
  id: 'recorded',
  browser: 'firefox',
  facet: 'violation',
  kind: 'reporting',
  spec: '1 event',
  observed: 'statusCode 0 instead of 200',
  cause: 'The status is not told.',
  since: null,
  links: [],
  lookedUp: null,
  fixed: null,
  ...changes,
});

/** What is found in cases that firefox showed so, a scenario each. */
function found(seen: readonly Observation[], deviation = recorded({})) {
  const cases = seen.map((each, index) => blockedCase(`s${index}`, 'fetch', { firefox: each }));
  return findDeviations(indexResults(run(cases, { deviations: [deviation] }))).map(
    ({ mark, known, sentence, observed, cases }) => ({
      mark,
      known: known?.id ?? null,
      sentence,
      observed: [...observed],
      cases: cases.map(({ scenario }) => scenario),
    }),
  );
}

const halfKnown = seenWith({
  status: 'new deviation',
  kind: 'reporting',
  facets: {
    violation: {
      result: 'deviates',
      spec: '1 event',
      observed: 'sample "x" instead of ""; statusCode 0 instead of 200',
      differences: ['sample "x" instead of ""', 'statusCode 0 instead of 200'],
      deviations: ['recorded'],
      unexplained: ['sample "x" instead of ""'],
    },
  },
});

test('a facet with a recorded and a new difference is both findings', () => {
  expect(found([halfKnown])).toEqual([
    {
      mark: 'reporting',
      known: 'recorded',
      sentence: 'The status is not told.',
      observed: ['statusCode 0 instead of 200'],
      cases: ['s0'],
    },
    {
      mark: 'reporting',
      known: null,
      sentence: 'The rule of s0',
      observed: ['sample "x" instead of ""'],
      cases: ['s0'],
    },
  ]);
});

test('what is left of a case of which another deviation is gone is found', () => {
  const half = { ...halfKnown, status: 'fixed deviation' as const };
  expect(found([half]).map(({ known }) => known)).toEqual(['recorded', null]);
  expect(found([observation({ status: 'fixed deviation' })])).toEqual([]);
});

test('a recorded cause that blocks here and lets through there is a finding of each kind', () => {
  const facets = (observed: string): Pick<Observation, 'status' | 'facets'> => ({
    status: 'known deviation',
    facets: {
      ...observation().facets,
      enforcement: { ...deviating, observed, deviations: ['recorded'] },
    },
  });
  const blocked = observation({ kind: 'compatibility', ...facets('blocked') });
  const deviation = recorded({
    facet: 'enforcement',
    kind: 'compatibility',
    observed: 'allowed | blocked',
    cause: 'It reads the list otherwise.',
  });
  expect(found([blocked, blocked, letThrough(facets('allowed'))], deviation)).toMatchObject([
    { mark: 'compatibility', known: 'recorded', observed: ['blocked'], cases: ['s0', 's1'] },
    { mark: 'security', known: 'recorded', observed: ['allowed'], cases: ['s2'] },
  ]);
});

test('every line that was seen of a new deviation is told', () => {
  const seen = (observed: string) =>
    seenWith({
      status: 'new deviation',
      kind: 'compatibility',
      facets: { outcome: { result: 'deviates', spec: 'reject TypeError', observed } },
    });
  const cases = [
    caseOf('one', 'fetch', 'https://third.test/a', { firefox: seen('resolve') }),
    caseOf('one', 'fetch', 'https://third.test/b', { firefox: seen('throw TypeError') }),
  ];
  const [finding, ...others] = findDeviations(indexResults(run(cases)));
  expect([...(finding?.observed ?? [])]).toEqual(['resolve', 'throw TypeError']);
  expect(others).toEqual([]);
});

test('what the rig did again or refused is named, and its words are text', () => {
  const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);
  const page = (incidents: Results['incidents']) =>
    new Map(pagesOf({ ...results, ...(incidents && { incidents }) })).get('index.html')?.() ?? '';
  expect(page(undefined)).not.toContain('Run again, or refused');
  const what = 'GET http://third.test/<b> had a mark that is not of this run';
  const shown = page([{ scenario: 'one', browser: 'firefox', kind: 'stray', what }]);
  expect(shown).toContain('Run again, or refused');
  expect(shown).toMatch(
    /stray in firefox: <a href="scenario\/one\.html"><code>one<\/code><\/a> <small>GET http:\/\/third\.test\/&lt;b&gt; had/,
  );
});
