import { defineConfig } from '@playwright/test';

/** The project's own tests: `npm test` runs them, one folder per part of the harness. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/tests',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 180_000,
  // Generous, for a busy machine: what is waited for comes, or the test fails.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./counts-reporter.ts']],
  // Projects run in this order. What makes networks comes last: browsers of other tests would notice (Chromium cuts its
  // connections when an interface comes or goes).
  projects: [
    { name: 'tests', testIgnore: 'remote/**' },
    { name: 'remote', testMatch: 'remote/**/*.spec.ts', workers: 1 },
  ],
});
