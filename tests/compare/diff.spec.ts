import { expect, test } from '@playwright/test';
import { behaviourChanged, changes as changesSchema, gotWorse } from '../../harness/compare/changes.ts';
import { changesInWords } from '../../harness/compare/changes-in-words.ts';
import { diff } from '../../harness/compare/diff.ts';
import type { CaseRecord, Observation, Results } from '../../harness/results/schema.ts';
import {
  blockedCase,
  chromium,
  conforming,
  deviating,
  firefox,
  letThrough,
  observation,
  run,
} from '../results/synthetic-results.ts';

/** What one case in one browser turns into. */
function transition(from: Observation, to: Observation) {
  const found = diff(one({ firefox: from }), one({ firefox: to }));
  expect(changesSchema.safeParse(found).success).toBe(true);
  return found.transitions.map(({ kind, direction }) => `${kind}, ${direction}`);
}

function one(observed: CaseRecord['observed'], changes: Partial<Results> = {}): Results {
  return run([blockedCase('one', 'fetch', observed)], changes);
}

const inconclusive = observation({ verdict: 'inconclusive', status: 'inconclusive' });
const known = letThrough({ status: 'known deviation' });
const noEvent = letThrough({
  verdict: 'blocked',
  kind: 'reporting',
  facets: { enforcement: conforming, outcome: conforming, violation: deviating, report: conforming },
});

test('two runs alike have no changes, and say so', () => {
  const found = diff(one({ firefox: observation() }), one({ firefox: observation() }));
  expect(found).toMatchObject({
    browsers: [],
    added: [],
    removed: [],
    redefined: [],
    missing: [],
    transitions: [],
  });
  expect(changesInWords(found)).toEqual(['Nothing changed.']);
  expect(gotWorse(found) || behaviourChanged(found)).toBe(false);
});

test('a deviation is new, fixed, or another one', () => {
  expect(transition(observation(), letThrough())).toEqual(['new deviation, worse']);
  expect(transition(letThrough(), observation())).toEqual(['fixed deviation, better']);
  expect(transition(known, observation({ status: 'fixed deviation' }))).toEqual(['fixed deviation, better']);
  expect(transition(noEvent, known)).toEqual(['new deviation, worse']);
});

test('a deviation that was recorded in between is no new one', () => {
  expect(transition(letThrough(), known)).toEqual(['changed status, better']);
  expect(behaviourChanged(diff(one({ firefox: letThrough() }), one({ firefox: known })))).toBe(false);
  expect(behaviourChanged(diff(one({ firefox: observation() }), one({ firefox: known })))).toBe(true);
});

test('a browser that could not be judged has neither fixed nor gained anything', () => {
  expect(transition(known, inconclusive)).toEqual(['changed verdict, worse']);
  expect(transition(inconclusive, known)).toEqual(['changed verdict, better']);
  expect(transition(inconclusive, letThrough())).toEqual(['new deviation, worse']);
  expect(transition(observation(), observation({ status: 'unstable' }))).toEqual(['changed status, worse']);
  expect(transition(known, observation({ verdict: 'unsupported', status: 'unsupported' }))).toEqual([
    'changed verdict, different',
  ]);
});

test('another outcome of a call is told, and other timings are not', () => {
  const seen = observation();
  const other = { ...seen.evidence, outcome: { ...seen.evidence.outcome, shape: 'throw SecurityError' } };
  expect(transition(seen, { ...seen, evidence: other })).toEqual(['changed outcome, different']);
  const later = { ...seen.evidence, outcome: { ...seen.evidence.outcome, steps: [] } };
  expect(transition(seen, { ...seen, evidence: later })).toEqual([]);
});

test('a result that is gone is worse, unless its browser took no part', () => {
  const both = one({ chromium: observation(), firefox: observation() });
  const without = one({ chromium: observation() });
  expect(diff(both, without).transitions).toEqual([]);
  expect(diff(both, without).browsers).toEqual([{ name: 'firefox', from: firefox, to: null }]);
  expect(diff(both, { ...without, browsers: both.browsers }).transitions).toMatchObject([
    { kind: 'lost result', direction: 'worse' },
  ]);
  const missing = [{ scenario: 'one', browser: 'firefox', reason: 'shard 2 of 2 is not there' }];
  const named = diff(both, { ...without, browsers: both.browsers, missing });
  expect(named.transitions).toEqual([]);
  expect(named.missing).toEqual(missing);
  expect(gotWorse(named)).toBe(true);
});

test('a result that is back is judged by what it is, so that a gap hides no change', () => {
  const missing = [{ scenario: 'one', browser: 'firefox', reason: 'the browser would not start' }];
  const gap = run([blockedCase('one', 'fetch', { chromium: observation() })], {
    missing,
    browsers: [chromium, firefox],
  });
  const back = (seen: Observation) => diff(gap, one({ chromium: observation(), firefox: seen })).transitions;
  expect(back(observation())).toMatchObject([{ kind: 'regained result', direction: 'better' }]);
  expect(back(letThrough())).toMatchObject([{ kind: 'regained result', direction: 'worse' }]);
});

test('new, removed and redefined cases and new versions are named, and are no change of behaviour', () => {
  const before = run([
    blockedCase('one', 'fetch', { firefox: observation() }),
    blockedCase('old', 'fetch', { firefox: observation() }),
  ]);
  const redefined = {
    ...blockedCase('one', 'fetch', { firefox: observation() }),
    expected: 'allowed' as const,
  };
  const after = run([redefined, blockedCase('new', 'fetch', { firefox: letThrough() })], {
    browsers: [{ ...firefox, version: '154.0' }],
  });
  const found = diff(before, after);
  expect(found.added).toEqual(['new/1/fetch/https://third.test/']);
  expect(found.removed).toEqual(['old/1/fetch/https://third.test/']);
  expect(found.redefined.map((each) => each.case)).toEqual(['one/1/fetch/https://third.test/']);
  expect(behaviourChanged(found)).toBe(false);
  expect(changesInWords(found)).toContain('- firefox 153.0 → 154.0');
});

test('words name the browser, the case, and what was seen before and now, worst first', () => {
  const words = changesInWords(
    diff(
      run([
        blockedCase('a', 'fetch', { firefox: letThrough() }),
        blockedCase('b', 'fetch', { firefox: observation() }),
      ]),
      run([
        blockedCase('a', 'fetch', { firefox: observation() }),
        blockedCase('b', 'fetch', { firefox: letThrough() }),
      ]),
    ),
  );
  expect(words[0]).toBe('Got worse (1):');
  expect(words[2]).toBe(
    '- firefox: b/1/fetch/https://third.test/: new deviation, fetch to https://third.test/: blocked (conforms; return, reject TypeError)' +
      ' → allowed (new deviation, deviates in enforcement; return, reject TypeError)',
  );
  expect(words[4]).toBe('Got better (1):');
});

test('a long list is counted, and the data has it whole', () => {
  const many = (seen: Observation) =>
    run(Array.from({ length: 300 }, (_, n) => blockedCase(`s${n}`, 'fetch', { firefox: seen })));
  const found = diff(many(observation()), many(letThrough()));
  expect(found.transitions).toHaveLength(300);
  expect(changesInWords(found).at(-1)).toBe('- … and 280 more');
});
