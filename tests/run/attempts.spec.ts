import { expect, test } from '@playwright/test';
import { standing } from '../../harness/run/attempts.ts';
import { arrived, evidenceOf, plannedCase, step } from '../judgement/fixture.ts';

const one = plannedCase('connect-src https://api.test', 'https://third.test/');
const nothing = evidenceOf(one, { calledAt: null });
const blocked = evidenceOf(one, { steps: [step('reject', 'TypeError', 'rejects TypeError')] });
const allowed = evidenceOf(one, { network: [arrived()] });

test('the first verdict on a case stands, whatever a later attempt sees', () => {
  expect(standing(one, undefined, blocked)).toBe(blocked);
  expect(standing(one, nothing, allowed)).toBe(allowed);
  expect(standing(one, blocked, allowed)).toBe(blocked);
});

test('where a later attempt has the same verdict, it is the one with the reports', () => {
  const again = { ...blocked };
  expect(standing(one, blocked, again)).toBe(again);
});
