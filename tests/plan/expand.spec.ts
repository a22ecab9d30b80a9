import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';

test('what is syntax is not called from outside, and drops out of the mechanisms of such a context', () => {
  const mechanisms = (context: string) =>
    expand(
      {
        id: 'unit',
        title: 'Unit',
        documents: [{ context, by: ['fetch', 'import json'], allows: ['https://page.test/'] }],
      },
      'unit',
      'unit.ts',
    ).cases.map(({ mechanism }) => mechanism.name);
  expect(mechanisms('nested-frame')).toEqual(['fetch', 'import json']);
  expect(mechanisms('called-frame')).toEqual(['fetch']);
});
