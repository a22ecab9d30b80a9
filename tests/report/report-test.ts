import { accessSync, constants } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { writeReport } from '../../harness/report/write-report.ts';
import { results } from './fixture.ts';
import { changes, history } from './past.ts';

/** The system's Chromium; undefined leaves the choice to Playwright's own build. */
function systemChromium(): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.map((place) => join(place, 'chromium')).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const executablePath = systemChromium();

/** Everything a page asked for over the network, complained about, or was refused. */
export interface Complaints {
  readonly requests: string[];
  readonly messages: string[];
}

/** Tests that look at the fixture's report in a real browser, from its files. */
export const test = base.extend<{ complaints: Complaints }, { directory: string }>({
  launchOptions: [{ args: ['--no-sandbox'], ...(executablePath && { executablePath }) }, { scope: 'worker' }],
  directory: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const directory = await mkdtemp(join(tmpdir(), 'report-'));
      await writeReport(results, directory, { changes, history });
      await use(directory);
      await rm(directory, { recursive: true });
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: Complaints = { requests: [], messages: [] };
    page.on('request', (request) => complaints.requests.push(request.url()));
    page.on('console', (message) => complaints.messages.push(message.text()));
    page.on('pageerror', (error) => complaints.messages.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.messages.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`blocked ${event.blockedURI}`),
      );
    });
    await use(complaints);
  },
});

export { expect } from '@playwright/test';

/** The address of a page of a report, with its query and fragment. */
export const addressOf = (directory: string, page: string): string => `${pathToFileURL(directory)}/${page}`;

/** Every page of a report. */
export async function pagesOf(directory: string): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => encodeURI(file))
    .sort();
}

/** Opens every `<details>` of a page, so that what it holds is looked at too. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}
