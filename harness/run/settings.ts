/** The name under which a test attaches its results for the reporter. */
export const RESULTS_ATTACHMENT = 'connect-src results';

/** Where a run writes its results and its report. */
export const outputDirectory = (env: NodeJS.ProcessEnv = process.env): string =>
  env.CONNECT_SRC_OUTPUT ?? 'reports/latest';
