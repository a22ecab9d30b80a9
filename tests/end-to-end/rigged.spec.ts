import { expect, test } from '@playwright/test';
import { blockedCase, observation, run } from '../results/synthetic-results.ts';
import { seenOf } from './rigged.ts';

test('what is asked of cases that are not there fails, and does not pass for want of any', () => {
  const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);
  expect(seenOf(results, 'blocked')).toHaveLength(1);
  expect(() => seenOf(results, 'allowed')).toThrow('no case that is expected to be allowed');
  expect(() => seenOf({ ...results, cases: [] }, 'blocked')).toThrow('no case');
});
