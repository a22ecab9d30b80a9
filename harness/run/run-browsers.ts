import { UserError } from '../errors.ts';
import type { Results } from '../judgement/results.ts';
import { loadResults } from '../report/load-results.ts';
import { playwrightRun, type RunSettings } from './playwright-run.ts';
import { outputDirectory } from './settings.ts';

/** Playwright's exit code after Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Runs the conformance tests, and takes in the results that this very run wrote: those of an earlier one, left in the
 * same directory, would speak of another browser, or of other policies.
 *
 * @throws {UserError} where the run was interrupted, or ended without results of its own
 */
export async function runBrowsers(settings: RunSettings = {}): Promise<Results> {
  const started = Date.now();
  const output = settings.output ?? outputDirectory();
  const code = await playwrightRun(settings);
  if (code === INTERRUPTED)
    throw new UserError(
      'The run was interrupted before its end.',
      `What had finished is in ${output}; run it again for all of it.`,
    );
  const results = await loadResults(output).catch(() => null);
  if (results === null || Date.parse(results.finishedAt) < started) {
    throw new UserError(
      `The run ended with exit code ${code} and left no results in ${output}.`,
      'Its messages above say why; `npx connect-src browsers` shows which browsers there are.',
    );
  }
  return results;
}
