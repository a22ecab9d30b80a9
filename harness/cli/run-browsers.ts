import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadResults } from '../results/load-results.ts';
import type { Results } from '../results/schema.ts';
import { outputDirectory } from '../results/settings.ts';
import { failedRun, playwrightRun, type RunSettings, requireEnded } from './playwright-run.ts';

/**
 * Runs the conformance tests, and takes in the results that this very run wrote: those of an earlier one, left in the
 * same directory, would speak of another browser, or of other policies.
 *
 * @throws {UserError} where the run was interrupted, its set-up is wrong, or it ended without results of its own
 */
export async function runBrowsers(settings: RunSettings = {}): Promise<Results> {
  const started = Date.now();
  const output = settings.output ?? outputDirectory();
  const end = await playwrightRun(settings);
  // A quiet run's results are its caller's, who shows them and throws them away.
  requireEnded(end, settings.quiet ? null : output);
  const results = await loadResults(output).catch(() => null);
  if (results === null || Date.parse(results.finishedAt) < started) throw failedRun(end);
  return results;
}

/** The same in a folder of its own, for a caller who needs the results and no folder of them: it is removed afterwards. */
export async function runAside(settings: Omit<RunSettings, 'output'>): Promise<Results> {
  const output = await mkdtemp(path.join(tmpdir(), 'connect-src-'));
  try {
    return await runBrowsers({ ...settings, output });
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
