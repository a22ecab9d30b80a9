import { expect, test } from '@playwright/test';
import { compared } from '../../../harness/judge/facets/facet.ts';
import { withoutUnproven } from '../../../harness/judge/facets/unproven-reports.ts';

const SPEC = 'a report for each violation';
const facet = (...differences: string[]) => compared(SPEC, differences.join('; '), differences);
const unknown = () => false;

test('that a report is missing is not judged where its control sent none either', () => {
  expect(withoutUnproven(facet('no report (enforce)'), unknown)).toEqual({
    result: 'not judged',
    spec: SPEC,
    observed: 'no report, nor one of the control',
    differences: [],
  });
  expect(withoutUnproven(facet('no report of the allowlist (report)'), unknown).result).toBe('not judged');
});

test('what is recorded of a case stands', () => {
  const seen = facet('no report (enforce)');
  expect(withoutUnproven(seen, (one) => one === 'no report (enforce)')).toBe(seen);
  expect(withoutUnproven(seen, (one) => one === 'no report (report)').result).toBe('not judged');
});

test('what did come is judged', () => {
  const wrong = facet('age is missing');
  expect(withoutUnproven(wrong, unknown)).toBe(wrong);
  expect(withoutUnproven(facet('no report (enforce)', 'age is missing'), unknown)).toEqual(wrong);
  const conforming = facet();
  expect(withoutUnproven(conforming, unknown)).toBe(conforming);
});
