import { expect, test } from '@playwright/test';
import { kindOfDifference } from '../../harness/results/verdict.ts';

test('what lets out more is a matter of security, what lets out less of compatibility', () => {
  const kind = (difference: string) => kindOfDifference('enforcement', difference);
  expect(kind('allowed')).toBe('security');
  expect(kind('leaked')).toBe('security');
  expect(kind('http://a.test was asked instead of https://a.test')).toBe('security');
  expect(kind('https://a.test was asked instead of http://a.test')).toBe('compatibility');
  expect(kind('https://a.test was asked instead of http://b.test')).toBe('security');
  expect(kind('blocked')).toBe('compatibility');
  expect(kind('blocked 1 hop too early')).toBe('compatibility');
});
