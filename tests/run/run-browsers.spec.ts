import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeResults } from '../../harness/report/write-results.ts';
import { playwrightRun } from '../../harness/run/playwright-run.ts';
import { runBrowsers } from '../../harness/run/run-browsers.ts';
import { blockedCase, observation, run } from '../report/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const command = path.resolve(import.meta.dirname, '../../harness/connect-src.js');

test('the results of an earlier run are not those of this one', async () => {
  const output = temporaryDirectory();
  await writeResults(run([blockedCase('one', 'fetch', { firefox: observation() })]), output);
  const nothing = runBrowsers({ output, args: ['--grep', 'no scenario is called so'], quiet: true });
  await expect(nothing).rejects.toThrow(`The run ended with exit code 1 and left no results in ${output}`);
  await expect(nothing).rejects.toThrow(expect.objectContaining({ name: 'UserError' }));
});

test('a run that is over listens for no signal any more', async () => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const listeners = () => signals.map((signal) => process.listenerCount(signal));
  const before = listeners();
  const over = playwrightRun({ args: ['--version'], quiet: true });
  expect(listeners()).toEqual(before.map((count) => count + 1));
  expect(await over).toBe(0);
  expect(listeners()).toEqual(before);
});

test('--output is meant from where the user is', () => {
  const cwd = temporaryDirectory();
  const list = [command, 'run', '--browsers', 'chromium', '--output', 'mine', '--', '--list'];
  const { status, stdout } = spawnSync(process.execPath, list, { cwd, encoding: 'utf8' });
  expect(stdout).toContain('[chromium]');
  expect(stdout).not.toContain('[firefox]');
  expect(stdout).not.toContain('No scenario gave results');
  expect(status).toBe(0);
  expect(existsSync(path.join(cwd, 'mine'))).toBe(true);
});
