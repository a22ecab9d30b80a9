/** The name under which a test attaches its results for the reporter. */
export const RESULTS_ATTACHMENT = 'connect-src results';

/** Where a run writes its results and its report. */
export const outputDirectory = (env: NodeJS.ProcessEnv = process.env): string =>
  env.CONNECT_SRC_OUTPUT ?? 'reports/latest';

/**
 * Whether the run only measures: what differs is in its results and fails it as a whole, but no test is failed. Playwright
 * starts a fresh worker, and so a fresh browser, after every failed test.
 */
export const isMeasuring = (env: NodeJS.ProcessEnv = process.env): boolean => env.CONNECT_SRC_MEASURE === '1';
