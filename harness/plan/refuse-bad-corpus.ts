import { loadCorpus } from './load.ts';

/**
 * For `playwright.config.ts`: stops the process with exit code 2 and a message, before any browser starts, when the
 * scenarios are not what they should be. Workers load the configuration again; by then they have been checked.
 */
export async function refuseBadCorpus(): Promise<void> {
  if (process.env.TEST_WORKER_INDEX !== undefined) return;
  try {
    await loadCorpus(process.env.CONNECT_SRC_SCENARIOS);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UserError') throw error;
    console.error(error.message);
    process.exit(2);
  }
}
