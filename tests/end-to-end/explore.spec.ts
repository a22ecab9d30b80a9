import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadCorpus } from '../../harness/plan/load.ts';
import { loadExploration } from '../../harness/results/load-exploration.ts';
import { processesOf, survivors } from '../engines/processes-of.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('what an exploration has found so far is kept when it is stopped, and no process is left behind', async () => {
  test.setTimeout(360_000);
  const output = path.join(temporaryDirectory(), 'explored');
  const words = ['explore', '--browsers', 'chromium', '--minutes', '60', '--seed', '7', '--output', output];
  const child = spawn(process.execPath, ['harness/connect-src.js', ...words], { cwd: root, stdio: 'ignore' });
  const code = new Promise<number | null>((resolve) => child.on('exit', resolve));
  try {
    await expect
      .poll(() => existsSync(path.join(output, 'exploration.json')), { timeout: 300_000 })
      .toBe(true);
  } finally {
    const family = processesOf(child.pid as number);
    child.kill('SIGTERM');
    expect(await code).toBe(143);
    await expect.poll(() => survivors(family), { timeout: 20_000 }).toEqual([]);
  }
  const { documents, browsers, discoveries, invariants } = loadExploration(output);
  expect(documents).toBeGreaterThan(0);
  expect(browsers.chromium?.verdicts).toBeGreaterThan(documents);
  expect(Object.values(invariants).some(({ asked }) => asked > 0)).toBe(true);
  // A discovery can be run at once.
  const files = readdirSync(output).filter((name) => name.startsWith('explored-'));
  expect(files).toHaveLength(discoveries.length);
  for (const file of files) await loadCorpus(path.join(output, file));
});
