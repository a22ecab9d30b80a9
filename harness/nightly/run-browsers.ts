import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Results } from '../judgement/results.ts';
import { loadResults } from '../report/load-results.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Runs every scenario in the browsers, and takes in the results that the run wrote.
 * Its own output goes where this process's does.
 *
 * @param browsers names as in CONNECT_SRC_BROWSERS; undefined for the default ones
 * @throws {UserError} where the run ended without results of its own
 */
export async function runBrowsers(browsers: string | undefined): Promise<Results> {
  const started = Date.now();
  const code = await playwrightTest(browsers === undefined ? {} : { CONNECT_SRC_BROWSERS: browsers });
  const results = await loadResults(path.join(ROOT, 'reports', 'latest')).catch(() => null);
  if (results === null || Date.parse(results.finishedAt) < started) {
    throw new UserError(
      `The run ended with exit code ${code} and left no results.`,
      'Its messages above say why; `npx connect-src browsers` shows which browsers there are.',
    );
  }
  return results;
}

function playwrightTest(environment: Record<string, string>): Promise<number | null> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test'], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
