import { defineConfig } from '@playwright/test';
import { browsersOrExit } from './harness/cli/browsers-or-exit.ts';
import { proxyPortFromEnvironment } from './harness/engines/proxy-port.ts';

const browsers = await browsersOrExit();

/** One project per browser; each scenario is one test in it. The browsers are the environment's, or one of each engine. */
export default defineConfig({
  testDir: 'harness',
  testMatch: 'conformance.spec.ts',
  outputDir: 'test-results/conformance',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // One port is for one proxy.
  workers: proxyPortFromEnvironment() === null ? 2 : 1,
  // A retry would hide a verdict that flips.
  retries: 0,
  // Three times what a browser that hangs in every step of a scenario can take.
  timeout: 600_000,
  reporter: [['dot'], ['./harness/cli/reporter.ts']],
  projects: browsers.map((name) => ({ name })),
});
