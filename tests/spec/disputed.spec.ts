import { expect, test } from '@playwright/test';
import { readDisputes } from '../../harness/expectations/known-deviations.ts';
import { disputeIds } from '../../harness/spec/explain.ts';

test('the data says of every disputed point, and of no other, what it is', () => {
  expect(readDisputes().map(({ id }) => id)).toEqual([...disputeIds]);
});
