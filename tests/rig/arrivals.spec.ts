import { expect, test } from '@playwright/test';
import { answersArrived } from '../../harness/rig/arrivals.ts';
import { emptyShare, type Share } from '../../harness/rig/evidence.ts';
import { arrived, plannedCase } from '../judge/fixture.ts';

const one = plannedCase('connect-src https://api.test', 'https://api.test/');
const called: Share = { ...emptyShare(), calledAt: 1 };

/** How often is looked before the waiting ends, where each look sees the next of these shares. */
async function looks(shares: readonly Share[], isThere: (look: number) => boolean = () => false) {
  let count = 0;
  const look = async () => new Map([[one.id, shares[Math.min(count++, shares.length - 1)] as Share]]);
  await answersArrived([one], look, { of: () => (isThere(count) ? [arrived()] : []) });
  return count;
}

test('a case that script still waits for is waited for, until it settles, arrives or its document goes', async () => {
  expect(await looks([called, called, { ...called, settled: true }])).toBe(3);
  expect(await looks([called, called, { ...called, unloaded: true }])).toBe(3);
  expect(await looks([called], (look) => look === 4)).toBe(4);
});

test('nothing is waited for where a case has settled or was never called', async () => {
  expect(await looks([{ ...called, settled: true }])).toBe(1);
  expect(await looks([emptyShare()])).toBe(1);
});
