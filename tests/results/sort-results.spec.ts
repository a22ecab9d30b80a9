import { expect, test } from '@playwright/test';
import { sortResults } from '../../harness/results/sort-results.ts';
import { run } from './synthetic-results.ts';

test('the versions of an engine stand side by side, the oldest first', () => {
  const results = run([]);
  const browser = (name: string, engine: 'chromium' | 'webkit', version: string) => ({
    ...{ name, engine, version },
    ...{ os: 'Linux', drivenBy: 'Playwright' },
  });
  const browsers = [
    browser('old', 'chromium', '92.0.4512.0'),
    browser('webkit', 'webkit', '2.50.6'),
    browser('chromium-9', 'chromium', '9.0.1'),
    browser('chromium', 'chromium', '156.0.1'),
  ];
  expect(sortResults({ ...results, browsers }).browsers.map(({ name }) => name)).toEqual([
    'chromium-9',
    'old',
    'chromium',
    'webkit',
  ]);
});
