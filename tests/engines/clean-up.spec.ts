import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { removeLeftFolders } from '../../harness/engines/private-folder.ts';
import { processesOf, survivors } from './processes-of.ts';

test.skip(process.platform !== 'linux', 'reads /proc');
// Several browsers start and end in each.
test.setTimeout(400_000);

/** A temporary folder for the run alone. Short, since sockets are put into it. */
let temporary: string;
test.beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'clean-up-'));
});
test.afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** What is in the run's temporary folder, without what tsx keeps for the next time. */
const left = () => readdirSync(temporary).filter((name) => !/^(tsx-|node-compile-cache)/.test(name));
/** The socket in the file system that the Xvfb of these listens at; other tests have displays as well. */
function socketOf(processes: ReturnType<typeof processesOf>): string | undefined {
  const xvfb = processes.find(({ name }) => name === 'Xvfb');
  if (xvfb === undefined) return undefined;
  const folder = `/proc/${xvfb.pid}/fd`;
  const open = readdirSync(folder).map((fd) => readlinkSync(path.join(folder, fd)));
  const sockets = readFileSync('/proc/net/unix', 'utf8').matchAll(/ (\d+) (\/tmp\/\.X11-unix\/X\d+)$/gm);
  return [...sockets].find(([, inode]) => open.includes(`socket:[${inode}]`))?.[2];
}

const script = fileURLToPath(new URL('./launch-all-and-wait.ts', import.meta.url));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
  test(`after ${signal} in the middle, no browser, driver, display or file is left`, async () => {
    const mark = `CONNECT_SRC_TEST_MARK=${signal}-${process.pid}`;
    const env = { ...process.env, TMPDIR: temporary, [mark.split('=')[0] as string]: mark.split('=')[1] };
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [ready] = await once(child.stdout, 'data');
    expect(String(ready)).toBe('ready');
    const started = processesOf(child.pid as number, mark);
    const names = started.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['chromium', 'firefox-esr', 'WebKitWebDriver', 'Xvfb']));

    // All that browsers write is in one folder of the run's.
    expect(left()).toEqual([expect.stringMatching(/^connect-src-/)]);
    const socket = socketOf(started);
    if (socket === undefined) throw new Error('no display of its own');

    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = await exit;
    expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: null }[signal]);
    await expect.poll(() => survivors(started), { timeout: 20_000 }).toEqual([]);
    if (signal === 'SIGKILL') expect(removeLeftFolders(temporary)).toHaveLength(1);
    expect(left()).toEqual([]);
    expect(existsSync(socket)).toBe(false);
  });
}
