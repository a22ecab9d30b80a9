import { expect, test } from '@playwright/test';
import { measure } from '../../harness/bench/measure.ts';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { plain } from '../end-to-end/rigged.ts';

test('both ways run the same cases and say the same of them', async () => {
  const measured = await measure(resolveBrowser('chromium'), [plain], plain.cases.length, []);
  expect(measured.differing).toEqual([]);
  for (const way of [measured.usualWay, measured.harness]) {
    expect(way.cases).toBe(plain.cases.length);
    expect(way.seconds).toBeGreaterThan(0);
    expect(way.peakMemoryMiB === null || way.peakMemoryMiB > 50).toBe(true);
  }
  expect(measured.ratio).toBeCloseTo(measured.harness.casesPerSecond / measured.usualWay.casesPerSecond, 1);
});
