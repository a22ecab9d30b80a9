import { expect, test } from '@playwright/test';
import { lacksReports, whichStands } from '../../harness/judge/attempts.ts';
import { arrived, evidenceOf, plannedCase, step, violationOf } from './fixture.ts';

const one = plannedCase('connect-src https://api.test', 'https://third.test/');
const nothing = evidenceOf(one, { calledAt: null });
const blocked = evidenceOf(one, { steps: [step('reject', 'TypeError', 'rejects TypeError')] });
const allowed = evidenceOf(one, { network: [arrived()] });

test('the first verdict on a case stands, whatever a later attempt sees', () => {
  expect(whichStands(one, undefined, blocked)).toBe(blocked);
  expect(whichStands(one, nothing, allowed)).toBe(allowed);
  expect(whichStands(one, blocked, allowed)).toBe(blocked);
});

test('where a later attempt is the same but for its reports, it is the one that stands', () => {
  const reported = { ...blocked, reports: [arrived(0, 'report')] };
  expect(whichStands(one, blocked, reported)).toBe(reported);
  expect(whichStands(one, reported, blocked)).toBe(reported);
});

test('reports that come with another outcome or event do not replace what was seen first', () => {
  const reports = [arrived(0, 'report')];
  const steps = [step('throw', 'SecurityError', 'throws SecurityError')];
  expect(whichStands(one, blocked, { ...blocked, reports, steps })).toBe(blocked);
  const told = { ...blocked, violations: [violationOf(one)] };
  expect(whichStands(one, told, { ...told, reports, violations: [] })).toBe(told);
});

test('reports are waited for again where events outnumber them, and a policy of the document reports', () => {
  const told = { ...blocked, violations: [violationOf(one)] };
  const lacking = (changes: object, evidence = told) =>
    lacksReports({ ...one, document: { ...one.document, ...changes } }, evidence);
  expect(lacking({ reports: 'report-uri' })).toBe(true);
  expect(lacking({ reports: 'report-uri' }, { ...told, reports: [arrived(0, 'report')] })).toBe(false);
  expect(lacking({ reports: null })).toBe(false);
  const meta = { policy: [], meta: one.document.policy };
  expect(lacking({ ...meta, reports: 'report-uri' })).toBe(false);
  expect(lacking({ ...meta, reports: 'report-to' })).toBe(true);
});
