import { test as base } from '../../../harness/playwright/index.ts';
import { type App, startApp } from './app.ts';

export { expect } from '../../../harness/playwright/index.ts';

/** The fixtures, and the app: one a worker. */
export const test = base.extend<object, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the parameter what a fixture needs.
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
});
