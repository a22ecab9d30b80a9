import { readdir } from 'node:fs/promises';
import { askable } from '../../../harness/report/html/ask-mechanisms.ts';
import { addressOf, expect, test } from './report-test.ts';

test('the oracle answers in the page, with its steps, and the URL keeps the question', async ({
  page,
  directory,
  complaints,
}) => {
  await page.goto(addressOf(directory, 'ask.html'));
  await page.getByLabel('Content-Security-Policy').fill('connect-src https://api.test/v1/');
  await page.getByLabel('Target').fill('https://api.test/v1');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: blocked');
  await expect(answer.getByRole('link', { name: 'CSP#match-paths' }).first()).toBeVisible();
  await page.reload();
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: blocked');
  await page.getByLabel('Target').fill('https://api.test/v1/users');
  await page.keyboard.press('Enter');
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: allowed');
  expect(complaints.messages).toEqual([]);
});

test('a question it cannot understand is answered with why', async ({ page, directory, complaints }) => {
  await page.goto(addressOf(directory, 'ask.html?self=nonsense&url=<img src=x onerror=alert(1)>'));
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText(/nonsense|URL/);
  expect(complaints.messages).toEqual([]);
});

test('the form knows mechanisms as the harness does', async () => {
  const folder = new URL('../../../harness/mechanisms/', import.meta.url);
  const known = new Map<string, { destination: string; mode: string }>();
  for (const file of await readdir(folder)) {
    const { default: mechanism } = await import(new URL(file, folder).href);
    if (mechanism) known.set(mechanism.name, mechanism.request({}));
  }
  for (const [name, request] of Object.entries(askable)) {
    expect(known.get(name), name).toMatchObject({ ...request });
  }
});
