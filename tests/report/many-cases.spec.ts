import { pagesOf } from '../../harness/report/write-report.ts';
import { manyCases } from './many-cases.ts';
import { expect, test } from './report-test.ts';

// What makes a page slow to open is its size; that can be told without a clock.
const bounds: Record<string, { bytes: number; elements: number }> = {
  'index.html': { bytes: 200_000, elements: 4_000 },
  'matrix.html': { bytes: 400_000, elements: 9_000 },
  'matrix-by-mechanism.html': { bytes: 1_600_000, elements: 30_000 },
  'scenario/synthetic-0.html': { bytes: 220_000, elements: 6_000 },
};

test('20,000 cases leave every page small enough to open at once', async ({ page }) => {
  const pages = new Map<string, string>();
  for (const [file, render] of pagesOf(manyCases(500, 40))) if (file in bounds) pages.set(file, render());
  for (const [file, { bytes, elements }] of Object.entries(bounds)) {
    const content = pages.get(file) ?? '';
    expect(content.length, file).toBeGreaterThan(1_000);
    expect(content.length, file).toBeLessThan(bytes);
    await page.setContent(content);
    expect(await page.locator('*').count(), file).toBeLessThan(elements);
  }
});
