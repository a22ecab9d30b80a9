import { expect, test } from '@playwright/test';
import { judgeFacets } from '../../harness/judge/facets/facets.ts';
import { observe } from '../../harness/judge/observe.ts';
import { standing } from '../../harness/judge/status.ts';
import { deliversAllowlist } from '../../harness/plan/delivery.ts';
import { expand } from '../../harness/plan/expand.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import type { PlannedCase } from '../../harness/plan/plan.ts';
import { moveOf } from '../../harness/plan/sabotage.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { LACKS_ALLOWLISTS } from '../../harness/rig/allowlist-support.ts';
import type { Evidence } from '../../harness/rig/evidence.ts';
import { arrived, evidenceOf, specOf, step } from '../judge/fixture.ts';

const third = 'https://third.test/';

function planned(document: Partial<DocumentSource>): PlannedCase {
  const [one] = expand(
    { id: 'unit', title: 'Unit', documents: [{ by: 'fetch', ...document }] },
    'unit',
    'unit.ts',
  ).cases;
  if (one === undefined) throw new Error('no case');
  return one;
}

const blocked = planned({ allowlist: '(response-origin)', blocks: [third] });
const rejected = { steps: [step('reject', 'TypeError', 'rejects TypeError')] };

function stands(one: PlannedCase, seen: Partial<Evidence>) {
  const evidence = evidenceOf(one, { closed: { failed: null, violations: 1, shape: '' }, ...seen });
  const observed = observe(one, evidence);
  const spec = specOf(one);
  const known = { deviations: [], mustShow: true, disputes: new Set<string>() };
  return standing(one, false, observed, judgeFacets(one, evidence, observed, spec), spec, known);
}

test('a block without any event conforms: an allowlist fires none', () => {
  expect(stands(blocked, rejected).status).toBe('conforms');
});

test('a request that left all the same is a security deviation', () => {
  expect(stands(blocked, { network: [arrived()] })).toMatchObject({
    status: 'new deviation',
    kind: 'security',
  });
});

test('script has to see a network error', () => {
  const seen = { steps: [step('reject', 'TypeError', 'rejects AbortError')] };
  expect(stands(blocked, seen).unexplained).toEqual({ outcome: ['rejects AbortError'] });
});

test('an author who is wrong about an allowlist is told so', () => {
  const wrong = planned({ allowlist: '(response-origin)', allows: [third] });
  expect(stands(wrong, rejected).status).toBe('expected differs from spec');
});

test('where a probe has shown that the browser lacks the header, a case is unsupported', () => {
  const seen = { missing: LACKS_ALLOWLISTS, calledAt: null, open: null, closed: null };
  expect(stands(blocked, seen).status).toBe('unsupported');
});

test('taking the allowlist away is a sabotage that each blocked case has to notice', async () => {
  expect(moveOf(blocked, ['strip-policy'])).toEqual({ sabotage: 'strip-policy', should: 'allowed' });
  const cases = (await loadCorpus()).scenarios
    .flatMap((scenario) => scenario.cases)
    .filter(({ document, expected }) => deliversAllowlist(document) && expected === 'blocked');
  expect(cases.length).toBeGreaterThan(100);
  expect(cases.filter((one) => moveOf(one, ['strip-policy']) === null).map(({ id }) => id)).toEqual([]);
});
