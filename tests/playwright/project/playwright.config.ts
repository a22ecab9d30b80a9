import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../../harness/engines/find.ts';

/** Somebody's project. Playwright drives no WebKitGTK, so WebKit takes part only where Playwright's build is there. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.app.ts',
  outputDir: process.env.APP_OUTPUT ?? '../../../test-results/app',
  workers: 1,
  // A matcher that has no answer to tell must not take long.
  expect: { timeout: 5_000 },
  projects: (['chromium', 'firefox', 'webkit'] as const).flatMap((name) => {
    const found = findBrowser(name);
    if (found === null || found.how === 'webdriver') return [];
    const { executablePath } = found;
    return [
      {
        name,
        use: {
          browserName: name,
          // The sabotage: no policy has any effect.
          bypassCSP: process.env.APP_WITHOUT_POLICIES !== undefined,
          ...(name === 'firefox' && found.how === 'system' ? { channel: 'moz-firefox' } : {}),
          launchOptions: {
            ...(executablePath ? { executablePath } : {}),
            ...(name === 'firefox' ? { firefoxUserPrefs: { 'dom.disable_open_during_load': false } } : {}),
          },
        },
      },
    ];
  }),
});
