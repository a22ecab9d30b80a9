/** Where the results of the last run are, unless the environment says otherwise. */
export const LATEST = 'reports/latest';

/** The name under which a test attaches its results for the reporter. */
export const RESULTS_ATTACHMENT = 'connect-src results';

/** Where a run writes its results and its report. */
export const outputDirectory = (env: NodeJS.ProcessEnv = process.env): string =>
  env.CONNECT_SRC_OUTPUT ?? LATEST;

/**
 * Whether the run only measures: what differs is in its results and fails it as a whole, but no test is failed. Playwright
 * starts a fresh worker, and so a fresh browser, after every failed test.
 */
export const isMeasuring = (env: NodeJS.ProcessEnv = process.env): boolean => env.CONNECT_SRC_MEASURE === '1';

/** Whether the run goes on with the journal of one that did not come to its end. */
export const isResuming = (env: NodeJS.ProcessEnv = process.env): boolean => env.CONNECT_SRC_RESUME === '1';

/** Whether policies are broken on purpose in this run. */
export const isSabotaged = (env: NodeJS.ProcessEnv = process.env): boolean =>
  (env.CONNECT_SRC_SABOTAGE ?? '') !== '';
