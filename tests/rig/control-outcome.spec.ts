import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import { judgeClosed, judgeOpen, lacksEvent, missed, wentAround } from '../../harness/rig/control-outcome.ts';
import { emptyShare, type Share } from '../../harness/rig/evidence.ts';
import { arrived, plannedCase, step, violationOf } from '../judge/fixture.ts';

const direct = plannedCase('connect-src https://api.test', 'https://third.test/');
const [behind] = expand(
  {
    id: 'unit',
    title: 'Unit',
    documents: [
      {
        context: 'forwarded-frame',
        policy: "connect-src 'self'",
        by: 'fetch',
        blocks: ['https://third.test/'],
      },
    ],
  },
  'unit',
  'unit.ts',
).cases as [typeof direct];
const share = (seen: Partial<Share>): Share => ({ ...emptyShare(), calledAt: 1, ...seen });
const resolved = { steps: [step('resolve', 'cors', 'resolves cors')] };
const failed = { steps: [step('reject', 'TypeError', 'rejects TypeError')] };

test('an open control works when it arrives, and its failure says how it failed', () => {
  expect(judgeOpen(direct, share(failed), [arrived()], 0, false)).toEqual({
    missing: null,
    failed: null,
    worked: true,
    arrived: true,
    unhandled: false,
    handlesOthers: false,
    shape: 'rejects TypeError',
  });
  expect(judgeOpen(direct, share(resolved), [], 0, false).worked).toBe(false);
  expect(judgeOpen(direct, share(resolved), [arrived()], 1, false).worked).toBe(false);
  expect(judgeOpen(direct, share({ unavailable: 'no caches' }), [], 0, false).missing).toBe('no caches');
});

test('a control of a mechanism that has its server asked before works only when script is given the response', () => {
  const preloaded = plannedCase('connect-src https://api.test', 'https://third.test/', 'fetch of a preload');
  expect(judgeOpen(preloaded, share(failed), [arrived()], 0, false)).toMatchObject({
    worked: false,
    arrived: true,
  });
  expect(judgeOpen(preloaded, share(resolved), [arrived()], 0, false).worked).toBe(true);
});

test('behind a service worker, an open control works when the worker was given it, or is seen to be given others', () => {
  expect(judgeOpen(behind, share({ ...resolved, handled: true }), [], 0, true).worked).toBe(true);
  expect(judgeOpen(behind, share(resolved), [], 0, true)).toMatchObject({ worked: true, unhandled: true });
  expect(judgeOpen(behind, share(resolved), [], 0, false)).toMatchObject({ worked: false, unhandled: true });
});

test('behind a service worker, a control that its worker sent and script was not given has not worked', () => {
  const sent = judgeOpen(behind, share({ ...failed, handled: true }), [arrived()], 0, false);
  expect(sent).toMatchObject({ worked: false, arrived: true });
});

test('a closed control tells how many events were fired, and what script saw', () => {
  const violations = [violationOf(direct), violationOf(direct)];
  expect(judgeClosed(share({ ...failed, violations }))).toEqual({
    failed: null,
    violations: 2,
    shape: 'rejects TypeError',
  });
});

test('a case is missed only where it was called and nothing at all was seen of it', () => {
  expect(missed(direct, share({}), [])).toBe(true);
  expect(missed(direct, { ...share({}), calledAt: null }, [])).toBe(false);
  expect(missed(direct, share({}), [arrived()])).toBe(false);
  expect(missed(direct, share(failed), [])).toBe(false);
  expect(missed(direct, share({ violations: [violationOf(direct)] }), [])).toBe(false);
  expect(missed(direct, share({ violations: [violationOf(direct, { disposition: 'report' })] }), [])).toBe(
    true,
  );
});

test('an event is lacking where a case seems to be blocked and none says so', () => {
  expect(lacksEvent(direct, share(failed), [])).toBe(true);
  expect(lacksEvent(direct, share({ violations: [violationOf(direct)] }), [])).toBe(false);
  expect(lacksEvent(direct, share({}), [arrived()])).toBe(false);
});

test('a request went around its service worker where it left, and the worker does not say that it was given it', () => {
  expect(wentAround(behind, share(resolved), [])).toBe(true);
  expect(wentAround(behind, share(failed), [arrived(0, 'redirect')])).toBe(true);
  expect(wentAround(behind, share({ ...resolved, handled: true }), [arrived()])).toBe(false);
  expect(wentAround(behind, share(failed), [])).toBe(false);
  expect(wentAround(direct, share(resolved), [arrived()])).toBe(false);
});
