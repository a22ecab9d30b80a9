import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Results } from '../judgement/results.ts';
import { loadResults } from '../report/load-results.ts';
import { playwrightRun } from '../run/playwright-run.ts';
import { outputDirectory } from '../run/settings.ts';

/**
 * Runs every scenario in the browsers that the environment names, and takes in the results that the run wrote.
 *
 * @throws {UserError} where the run ended without results of its own
 */
export async function runBrowsers(): Promise<Results> {
  const started = Date.now();
  const output = path.resolve(outputDirectory());
  const code = await playwrightRun({ output });
  const results = await loadResults(output).catch(() => null);
  if (results === null || Date.parse(results.finishedAt) < started) {
    throw new UserError(
      `The run ended with exit code ${code} and left no results in ${output}.`,
      'Its messages above say why; `npx connect-src browsers` shows which browsers there are.',
    );
  }
  return results;
}
