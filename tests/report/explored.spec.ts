import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeReport } from '../../harness/report/write-report.ts';
import { type ExplorationRecord, exploration } from '../../harness/results/exploration-schema.ts';
import { explored } from '../results/synthetic-exploration.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { results } from './fixture.ts';
import { hostile } from './hostile.ts';
import { addressOf, expect, test } from './report-test.ts';

async function written(found?: ExplorationRecord): Promise<string> {
  const directory = temporaryDirectory();
  await writeReport(results, directory, found && { exploration: found });
  return directory;
}

test('the synthetic exploration is what the file may hold', () => {
  exploration.parse(explored);
});

test('a report without an exploration says nothing of one', async () => {
  const directory = await written();
  expect(readdirSync(directory)).not.toContain('explored.html');
  expect(readFileSync(path.join(directory, 'index.html'), 'utf8')).not.toMatch(/explored/i);
});

test('the page says how much was asked, what held, what is new and how to do it again', async ({ page }) => {
  const directory = await written(explored);
  await page.goto(addressOf(directory, 'index.html'));
  await page.getByRole('link', { name: 'What was asked, and what was found' }).click();
  await expect(page.getByText('120 documents and 9,500 verdicts in 10 minutes')).toBeVisible();
  await expect(
    page.getByText('npx connect-src explore --seed 2026112400 --minutes 10 --browsers chromium,firefox'),
  ).toBeVisible();
  const row = (words: string) => page.getByRole('row').filter({ hasText: words }).getByRole('cell').last();
  await expect(row('One more policy')).toHaveText('held');
  await expect(row('Exactly one event')).toHaveText(
    'broken 12 times each by a deviation from the specification',
  );
  await expect(row('The order of sources')).toHaveText(/^broken 3 times 1 with no deviation/);
  await expect(row('Two policies')).toHaveText('not asked');
  await expect(page.getByRole('heading', { name: '1 finding that is new' })).toBeVisible();
  await expect(page.getByText('"connect-src api.test//"')).toBeVisible();
});

test('whatever an exploration holds is shown as text', async ({ page, complaints }) => {
  const [one] = explored.discoveries;
  const directory = await written({
    ...explored,
    browsers: { [hostile]: { version: hostile, verdicts: 1, seconds: 1 } },
    invariants: { [hostile]: { states: hostile, spec: hostile, asked: 1, broken: 1, unexplained: 1 } },
    known: { [hostile]: 1 },
    unstable: [hostile],
    discoveries: [
      {
        ...(one as (typeof explored.discoveries)[number]),
        id: hostile,
        says: hostile,
        again: hostile,
        browsers: { [hostile]: hostile },
        document: { policy: [hostile], by: hostile, targets: [{ url: hostile }] },
      },
    ],
  });
  for (const file of ['explored.html', 'index.html']) {
    await page.goto(addressOf(directory, file));
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(await page.locator('main :is(script, img, svg[onload])').count()).toBe(0);
  }
  expect(complaints.messages).toEqual([]);
});
