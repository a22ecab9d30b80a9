import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { processesOf, survivors } from '../engines/processes-of.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

const started: ChildProcess[] = [];

// Whatever a failing test left running.
test.afterEach(() => {
  for (const { pid, exitCode, signalCode } of started.splice(0))
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
});

/** A run of everything, in a process group of its own, as a terminal would start it. */
function startRun(args = ['run'], output = temporaryDirectory()): ChildProcess {
  const child = spawn(process.execPath, ['harness/connect-src.js', ...args], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, CONNECT_SRC_OUTPUT: output },
  });
  started.push(child);
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('exit', resolve));

for (const [name, stop] of [
  ['Ctrl-C', (pid: number) => process.kill(-pid, 'SIGINT')],
  ['SIGTERM', (pid: number) => process.kill(pid, 'SIGTERM')],
] as const)
  test(`${name} in the middle of a run leaves no process behind`, async () => {
    const child = startRun();
    const pid = child.pid as number;
    const family = () => processesOf(pid);
    await expect
      .poll(() => family().some(({ name }) => /chromium|firefox/.test(name)), { timeout: 150_000 })
      .toBe(true);
    const before = family();
    const end = ended(child);
    stop(pid);
    await end;
    await expect.poll(() => survivors(before), { timeout: 20_000 }).toEqual([]);
  });

test('Ctrl-C in the middle of a night leaves history and report as they were', async () => {
  const [output, site] = [temporaryDirectory(), temporaryDirectory()];
  const [history, report] = [path.join(site, 'history'), path.join(site, 'report')];
  const night = ['nightly', '--history', history, '--report', report, '--browsers', 'chromium'];
  const child = startRun(night, output);
  await expect.poll(() => existsSync(path.join(output, 'journal.jsonl')), { timeout: 150_000 }).toBe(true);
  const end = ended(child);
  process.kill(-(child.pid as number), 'SIGINT');
  expect(await end).toBe(130);
  expect([history, report].filter(existsSync)).toEqual([]);
});
