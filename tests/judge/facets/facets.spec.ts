import { expect, test } from '@playwright/test';
import { judgeFacets } from '../../../harness/judge/facets/facets.ts';
import { evidenceOf, plannedCase, specOf, step, violationOf } from '../fixture.ts';

const one = plannedCase('connect-src https://api.test', 'https://third.test/');
const preloaded = plannedCase('connect-src https://api.test', 'https://third.test/', 'fetch of a preload');
const stale = plannedCase('connect-src https://api.test', 'https://third.test/', 'fetch of a stale response');
const steps = [step('reject', 'TypeError', 'rejects TypeError')];
const outcome = (timing: string[] | null, verdict: 'blocked' | 'leaked' = 'blocked', of = one) =>
  judgeFacets(
    of,
    evidenceOf(of, { steps, timing, violations: [violationOf(of)] }),
    { verdict, reason: '' },
    specOf(of),
  ).outcome;

test('a block that Resource Timing has no entry of, or an empty one, conforms', () => {
  expect(outcome(null).result).toBe('conforms');
  expect(outcome([]).result).toBe('conforms');
});

test('a block whose Resource Timing entry tells of a response deviates', () => {
  expect(outcome(['responseStart'])).toMatchObject({
    result: 'deviates',
    differences: ['Resource Timing tells of a response'],
  });
});

test('where the server was asked before the case, Resource Timing may tell of that response', () => {
  for (const of of [preloaded, stale])
    expect(outcome(['responseStart'], 'blocked', of).result).toBe('conforms');
});

test('whether the event of what a response opens is heard is chance, and not judged', () => {
  const violation = (by: string) => {
    const of = plannedCase('connect-src https://api.test', 'https://third.test/', by);
    return judgeFacets(of, evidenceOf(of), { verdict: 'blocked', reason: '' }, specOf(of)).violation.result;
  };
  expect(violation('fetch')).toBe('deviates');
  expect(violation('Link header preload')).toBe('not judged');
});

test('nothing but enforcement is judged where enforcement deviates', () => {
  expect(outcome(['responseStart'], 'leaked').result).toBe('not judged');
});
