import { expect, test } from '@playwright/test';
import { beginHandOver, isSelected, leave, take } from '../../harness/cli/hand-over.ts';

test.describe.configure({ mode: 'default' });
test.afterEach(() => {
  delete process.env.CONNECT_SRC_HAND_OVER;
});

const of = (scenario: string, repetition = 0) => ({ browser: 'firefox', scenario, repetition });

test('without a reporter that says so, nobody knows what was selected, and nothing is left to anybody', () => {
  expect(isSelected('firefox', 'one')).toBe(null);
  leave(of('one'), 'results');
  expect(take(of('one'))).toBe(null);
});

test('what is left to a test is taken once, and by no other', () => {
  beginHandOver(['firefox one']);
  leave(of('one'), 'results');
  expect(take(of('two'))).toBe(null);
  expect(take(of('one', 1))).toBe(null);
  expect(take({ ...of('one'), browser: 'webkit' })).toBe(null);
  expect(take(of('one'))).toBe('results');
  expect(take(of('one'))).toBe(null);
});

test('a run begins with nothing that an earlier one has left', () => {
  beginHandOver(['firefox one']);
  leave(of('one'), 'results');
  beginHandOver(['firefox one']);
  expect(take(of('one'))).toBe(null);
});

test('a worker knows which scenarios the run is for, in which browser', () => {
  beginHandOver(['firefox one']);
  expect(isSelected('firefox', 'one')).toBe(true);
  expect(isSelected('firefox', 'two')).toBe(false);
  expect(isSelected('webkit', 'one')).toBe(false);
});

test('what another run has left is never taken: its variable is inherited by whatever it starts', () => {
  beginHandOver(['firefox one']);
  leave(of('one'), 'results');
  const value = process.env.CONNECT_SRC_HAND_OVER ?? '';
  process.env.CONNECT_SRC_HAND_OVER = value.replace(/^\d+/, '1');
  expect([isSelected('firefox', 'one'), take(of('one'))]).toEqual([null, null]);
  process.env.CONNECT_SRC_HAND_OVER = value;
  expect(take(of('one'))).toBe('results');
});
