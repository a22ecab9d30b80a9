import { expect, test } from '@playwright/test';
import { benchTable } from '../../harness/bench/table.ts';

const measured = (cases: number, seconds: number, peakMemoryMiB: number | null = 500) => ({
  cases,
  seconds,
  casesPerSecond: cases / seconds,
  peakMemoryMiB,
});

test('a row says how fast both ways are, how many verdicts differ, and how it grows', () => {
  const [, , row] = benchTable([
    {
      browser: 'firefox',
      version: '153.0',
      drivenBy: 'Playwright 1.64.1 (WebDriver BiDi)',
      startUp: 1.5,
      usualWay: measured(100, 50),
      harness: measured(100, 2),
      ratio: 25,
      differing: [{ case: 'a', usualWay: 'blocked', harness: 'allowed' }],
      growth: [measured(1000, 10), measured(2000, 20, null)],
    },
  ]).split('\n');
  expect(row).toBe(
    '| firefox 153.0 | 100 | 2 | 50 | 25 | 1 | 1.5 s | 500 MiB | 1000: 100, 500 MiB; 2000: 100, unknown |',
  );
});
