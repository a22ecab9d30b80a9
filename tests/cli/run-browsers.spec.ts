import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { playwrightRun } from '../../harness/cli/playwright-run.ts';
import { runBrowsers } from '../../harness/cli/run-browsers.ts';
import { writeResults } from '../../harness/results/write-results.ts';
import { blockedCase, observation, run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const command = path.resolve(import.meta.dirname, '../../harness/connect-src.js');

test('the results of an earlier run are not those of this one', async () => {
  const output = temporaryDirectory();
  await writeResults(run([blockedCase('one', 'fetch', { firefox: observation() })]), output);
  const nothing = runBrowsers({ output, args: ['--grep', 'no scenario is called so'], quiet: true });
  await expect(nothing).rejects.toThrow(
    /ended with exit code 1 and without results. It said:[\s\S]*No tests found/,
  );
  await expect(nothing).rejects.toThrow(expect.objectContaining({ name: 'UserError' }));
});

test('a run that is over listens for no signal any more', async () => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = () => signals.map((signal) => process.listenerCount(signal));
  const before = listeners();
  const over = playwrightRun({ args: ['--version'], quiet: true });
  expect(listeners()).toEqual(before.map((count) => count + 1));
  expect(await over).toMatchObject({ code: 0, signal: null });
  expect(listeners()).toEqual(before);
});

test('--output is meant from where the user is', () => {
  const cwd = temporaryDirectory();
  const run = [command, 'run', '--browsers', 'chromium', '--output', 'mine'];
  const list = spawnSync(process.execPath, [...run, '--', '--list'], { cwd, encoding: 'utf8' });
  expect(list.stdout).toContain('[chromium]');
  expect(list.stdout).not.toContain('[firefox]');
  expect(list.stdout).not.toContain('No scenario gave results');
  expect(list.status).toBe(0);
  // What lists runs nothing, and leaves nothing.
  expect(existsSync(path.join(cwd, 'mine'))).toBe(false);
  writeFileSync(path.join(cwd, 'mine'), 'a file of the user');
  const refused = spawnSync(process.execPath, run, { cwd, encoding: 'utf8' });
  expect(refused.stdout + refused.stderr).toContain(path.join(cwd, 'mine'));
  expect(refused.status).toBe(2);
});
