import { expect, test } from '@playwright/test';
import { DRIVEN } from './driven.ts';
import { startForwardProxy } from './forward-proxy.ts';
import { processesOf, survivors } from './processes-of.ts';

test.skip(process.platform !== 'linux', 'reads /proc');
// Several browsers start and end in each.
test.setTimeout(400_000);

/** What the browser's main process is called. */
const MAIN = { chromium: 'chromium', firefox: 'firefox-esr', webkit: 'MiniBrowser' } as const;

for (const { title, name, start } of DRIVEN) {
  test(`${title}: a killed browser rejects what is pending and says so`, async () => {
    const before = processesOf(process.pid).map(({ pid }) => pid);
    const proxy = await startForwardProxy();
    const session = await start({ proxy });
    const page = await session.open();
    await page.goto('http://page.test/');
    const started = processesOf(process.pid).filter(({ pid }) => !before.includes(pid));
    const pending = page.evaluate('new Promise(() => {})').catch((error: unknown) => error);
    // Its children have its name, and their numbers may be lower, for numbers begin again.
    const main = started.find(
      ({ name: own, parent }) =>
        own === MAIN[name] && !started.some((other) => other.pid === parent && other.name === own),
    );
    if (!main) throw new Error(`no ${MAIN[name]} among ${started.map((process) => process.name).join(', ')}`);
    process.kill(main.pid, 'SIGKILL');

    expect(await pending).toMatchObject({ name: 'EngineError', kind: 'crash' });
    expect(await session.closed).toMatch(/./);
    await expect(page.evaluate('1')).rejects.toMatchObject({ name: 'EngineError', kind: 'crash' });
    await expect(session.open()).rejects.toMatchObject({ name: 'EngineError', kind: 'crash' });
    await page.close();
    await session.close();
    await proxy.stop();
    await expect.poll(() => survivors(started), { timeout: 20_000 }).toEqual([]);
  });

  test(`${title}: closing leaves no process, and is no crash`, async () => {
    const before = processesOf(process.pid).map(({ pid }) => pid);
    const proxy = await startForwardProxy();
    const session = await start({ proxy });
    const page = await session.open();
    await page.goto('http://page.test/');
    const started = processesOf(process.pid).filter(({ pid }) => !before.includes(pid));
    expect(started.map((process) => process.name)).toContain(MAIN[name]);
    let reason: string | undefined;
    void session.closed.then((text) => {
      reason = text;
    });
    await session.close();
    await session.close();
    await proxy.stop();
    await expect.poll(() => survivors(started), { timeout: 20_000 }).toEqual([]);
    expect(reason).toBeUndefined();
  });
}
