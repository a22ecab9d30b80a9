import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { processesOf, survivors } from './processes-of.ts';

test.skip(process.platform !== 'linux', 'reads /proc');
// Several browsers start and end in each.
test.setTimeout(180_000);

const script = fileURLToPath(new URL('./launch-all-and-wait.ts', import.meta.url));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
  test(`after ${signal} in the middle, no browser, driver or display is left`, async () => {
    const mark = `CONNECT_SRC_TEST_MARK=${signal}-${process.pid}`;
    const env = { ...process.env, [mark.split('=')[0] as string]: mark.split('=')[1] };
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [ready] = await once(child.stdout, 'data');
    expect(String(ready)).toBe('ready');
    const started = processesOf(child.pid as number, mark);
    const names = started.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['chromium', 'firefox-esr', 'WebKitWebDriver', 'Xvfb']));

    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = await exit;
    expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: null }[signal]);
    await expect.poll(() => survivors(started), { timeout: 20_000 }).toEqual([]);
  });
}
