/**
 * Playwright's `test` and `expect`, with the fixture `violations` and the matcher `toConnect()`. For a project whose
 * `@playwright/test` is the copy that this package finds too; any other extends its own with `./fixtures.ts`.
 */
import { expect as playwrightExpect, test as playwrightTest } from '@playwright/test';
import { type ConnectSrcFixtures, fixtures, matchers } from './fixtures.ts';

export * from './fixtures.ts';

export const test = playwrightTest.extend<ConnectSrcFixtures>(fixtures);
export const expect = playwrightExpect.extend(matchers);
