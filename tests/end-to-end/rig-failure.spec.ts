import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDirectory } from '../temporary-directory.ts';

test.skip(process.platform === 'win32', 'shell scripts');
test.setTimeout(300_000);

/** Runs the whole corpus in one browser, which cannot start. */
async function run(browsers: string, env: NodeJS.ProcessEnv = {}): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['harness/connect-src.js', 'run'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NO_COLOR: '1',
      CONNECT_SRC_BROWSERS: browsers,
      CONNECT_SRC_OUTPUT: temporaryDirectory(),
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  return { code: await new Promise((resolve) => child.once('close', resolve)), said };
}

function expectOneFailure({ code, said }: { code: unknown; said: string }, reason: string): void {
  expect(said).toContain(reason);
  expect(code).toBe(2);
  // Two workers are at work, each with one scenario; hundreds more would have failed alike.
  expect(said.split('so the run ends here').length - 1).toBeLessThanOrEqual(2);
  expect(said).not.toMatch(/^\s+at .*:\d+/m);
}

test('a browser that exits at once ends the run with exit code 2', async () => {
  const browser = path.join(temporaryDirectory(), 'browser');
  writeFileSync(browser, '#!/bin/sh\nexit 1\n');
  chmodSync(browser, 0o755);
  expectOneFailure(await run(`chromium=${browser}`), 'browser chromium: it did not start');
});

test('a display that is not there ends the run with exit code 2', async () => {
  const driver = path.join(temporaryDirectory(), 'TestDriver');
  writeFileSync(driver, '#!/bin/sh\nexit 1\n');
  chmodSync(driver, 0o755);
  const nothing = temporaryDirectory();
  expectOneFailure(await run(`webkit=${driver}`, { PATH: nothing, DISPLAY: '' }), 'Xvfb is not installed');
});
