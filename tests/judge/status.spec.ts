import { expect, test } from '@playwright/test';
import type { RecordedLine } from '../../harness/expectations/known-deviations.ts';
import { judgeFacets } from '../../harness/judge/facets/facets.ts';
import { observe } from '../../harness/judge/observe.ts';
import { type Known, standing } from '../../harness/judge/status.ts';
import type { Evidence } from '../../harness/rig/evidence.ts';
import { arrived, evidenceOf, plannedCase, specOf, step, violationOf } from './fixture.ts';

const blocked = plannedCase("connect-src 'self'", 'https://third.test/');
const clean = {
  steps: [step('reject', 'TypeError', 'rejects TypeError')],
  violations: [violationOf(blocked)],
};
const noRecord: Known = { deviations: [], mustShow: true, disputes: new Set() };

const entry = (facet: RecordedLine['facet'], observed: string): RecordedLine => ({
  id: 'known',
  facet,
  observed,
});

function stands(one: typeof blocked, seen: Partial<Evidence>, known: Known = noRecord, claim = false) {
  const evidence = evidenceOf(one, seen);
  const observed = observe(one, evidence);
  const spec = specOf(one);
  return standing(one, claim, observed, judgeFacets(one, evidence, observed, spec), spec, known);
}

test('everything as specified conforms', () => {
  expect(stands(blocked, clean)).toMatchObject({ status: 'conforms', covered: {} });
});

test('a request that left though the specification blocks it is a security deviation', () => {
  expect(stands(blocked, { network: [arrived()] })).toMatchObject({
    status: 'new deviation',
    kind: 'security',
  });
});

test('a request that is kept back though the specification allows it is a compatibility deviation', () => {
  const allowed = {
    ...plannedCase('connect-src https://third.test', 'https://third.test/'),
    expected: 'allowed' as const,
  };
  expect(stands(allowed, { steps: clean.steps })).toMatchObject({
    status: 'new deviation',
    kind: 'compatibility',
  });
});

test('another exception is a compatibility deviation, a missing event one of reporting', () => {
  const thrown = { ...clean, steps: [step('throw', 'SecurityError', 'throws SecurityError')] };
  expect(stands(blocked, thrown)).toMatchObject({ status: 'new deviation', kind: 'compatibility' });
  expect(stands(blocked, { steps: clean.steps })).toMatchObject({
    status: 'new deviation',
    kind: 'reporting',
  });
});

test('what is recorded to show itself sometimes is known where it is seen, and no finding where it is not', () => {
  const sometimes = { ...entry('enforcement', 'allowed'), sometimes: true as const };
  const known = { ...noRecord, deviations: [sometimes] };
  expect(stands(blocked, { network: [arrived()] }, known).status).toBe('known deviation');
  expect(stands(blocked, clean, known).status).toBe('conforms');
  const always = { ...known, deviations: [sometimes, entry('outcome', 'throws')] };
  expect(stands(blocked, clean, always).status).toBe('fixed deviation');
});

test('a recorded deviation is known as long as exactly that is seen', () => {
  const known = { ...noRecord, deviations: [entry('enforcement', 'allowed')] };
  expect(stands(blocked, { network: [arrived()] }, known)).toMatchObject({
    status: 'known deviation',
    covered: { enforcement: ['known'] },
  });
  expect(stands(blocked, { network: [arrived()], violations: clean.violations }, known).status).toBe(
    'new deviation',
  );
});

test('a recorded deviation that is not seen any more is reported as fixed', () => {
  expect(stands(blocked, clean, { ...noRecord, deviations: [entry('enforcement', 'allowed')] }).status).toBe(
    'fixed deviation',
  );
});

test('what is left of a case whose other deviation is gone keeps its kind and its record', () => {
  const deviations = [
    { ...entry('violation', 'statusCode 0 instead of 200'), id: 'left' },
    entry('enforcement', 'allowed'),
  ];
  const violations = [violationOf(blocked, { statusCode: 0 })];
  expect(stands(blocked, { ...clean, violations }, { ...noRecord, deviations })).toMatchObject({
    status: 'fixed deviation',
    kind: 'reporting',
    covered: { violation: ['left'] },
  });
});

test('a recorded deviation of which one line is gone is reported as fixed, though it is one cause', () => {
  const deviations = [
    entry('violation', 'statusCode 0 instead of 200'),
    entry('violation', 'blockedURI is empty'),
  ];
  const violations = [violationOf(blocked, { statusCode: 0 })];
  expect(stands(blocked, { ...clean, violations }, { ...noRecord, deviations }).status).toBe(
    'fixed deviation',
  );
});

test('each difference of an event needs a record of its own', () => {
  const violations = [violationOf(blocked, { statusCode: 0, blockedURI: '' })];
  const one = { ...noRecord, deviations: [entry('violation', 'statusCode 0 instead of 200')] };
  expect(stands(blocked, { ...clean, violations }, one)).toMatchObject({
    status: 'new deviation',
    covered: { violation: ['known'] },
    unexplained: { violation: ['blockedURI is empty'] },
  });
  const both = {
    ...one,
    deviations: [...one.deviations, { ...entry('violation', 'blockedURI is empty'), id: 'second' }],
  };
  expect(stands(blocked, { ...clean, violations }, both)).toMatchObject({
    status: 'known deviation',
    covered: { violation: ['second', 'known'] },
  });
});

test('what is not recorded of the case is known where a recorded cause explains it', () => {
  const violations = [violationOf(blocked, { statusCode: 0, blockedURI: '' })];
  const explain = (facet: string, difference: string) =>
    facet === 'violation' && difference.startsWith('statusCode') ? 'a-cause' : null;
  expect(stands(blocked, { ...clean, violations }, { ...noRecord, explain })).toMatchObject({
    status: 'new deviation',
    covered: { violation: ['a-cause'] },
    unexplained: { violation: ['blockedURI is empty'] },
  });
  const one = [violationOf(blocked, { statusCode: 0 })];
  expect(stands(blocked, { ...clean, violations: one }, { ...noRecord, explain })).toMatchObject({
    status: 'known deviation',
    covered: { violation: ['a-cause'] },
  });
});

test('the author and the specification have to agree before a browser is judged', () => {
  const wrong = { ...blocked, expected: 'allowed' as const };
  expect(stands(wrong, clean).status).toBe('expected differs from spec');
  expect(stands(wrong, clean, noRecord, true).status).toBe('conforms');
});

test('a disputed verdict is disputed only where the point is listed with its issue', () => {
  const socket = {
    ...plannedCase('connect-src https://api.test', 'wss://api.test/', 'WebSocket'),
    expected: 'allowed' as const,
  };
  const seen = { steps: [step('event', 'error CLOSED', 'error CLOSED')] };
  expect(stands(socket, seen, { ...noRecord, disputes: new Set(specOf(socket).disputed) }).status).toBe(
    'disputed',
  );
  expect(stands(socket, seen).status).toBe('new deviation');
});

test('what could not be told is inconclusive, and what is absent unsupported', () => {
  expect(stands(blocked, { calledAt: null }).status).toBe('inconclusive');
  expect(stands(blocked, { unavailable: 'no' }).status).toBe('unsupported');
});
