import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { addBrowser } from '../../../harness/engines/cache/add.ts';
import {
  cacheFolder,
  damageOf,
  keptBrowser,
  keptBrowsers,
  removeKept,
} from '../../../harness/engines/cache/kept-browsers.ts';
import type { VersionRequest } from '../../../harness/engines/cache/request.ts';
import type { BrowserSource } from '../../../harness/engines/cache/source.ts';
import { debianSuites } from '../../../harness/engines/cache/sources/debian-suites.ts';
import { puppeteerBrowsers } from '../../../harness/engines/cache/sources/puppeteer-browsers.ts';
import { findBrowser, resolveBrowser } from '../../../harness/engines/find.ts';
import { UserError } from '../../../harness/errors.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const asked: VersionRequest = { product: 'chromium', engine: 'chromium', version: '119' };
const log = () => {};
const versionOf = async () => '119.0.6045.0';

const empty: BrowserSource = { name: 'the empty source', unpack: async () => 'has none' };
const full: BrowserSource = {
  name: 'the full source',
  async unpack(_, folder) {
    writeFileSync(path.join(folder, 'browser'), 'a browser', { mode: 0o755 });
    return { executable: 'browser', args: ['--needed'], origin: 'full 119', integrity: 'sha512-x' };
  },
};

let outer: string | undefined;
test.beforeEach(() => {
  outer = process.env.CONNECT_SRC_BROWSER_CACHE;
  process.env.CONNECT_SRC_BROWSER_CACHE = temporaryDirectory();
});
test.afterEach(() => {
  if (outer === undefined) delete process.env.CONNECT_SRC_BROWSER_CACHE;
  else process.env.CONNECT_SRC_BROWSER_CACHE = outer;
});

test('a browser comes from the first source that has it, and is found by its name', async () => {
  const kept = await addBrowser(asked, { sources: [empty, full], versionOf, log });
  expect(kept).toMatchObject({
    name: 'chromium-119',
    version: '119.0.6045.0',
    source: 'full 119',
    integrity: 'sha512-x',
  });
  expect(findBrowser('chromium-119', process.env)).toEqual({
    name: 'chromium-119',
    engine: 'chromium',
    how: 'cache',
    version: '119.0.6045.0',
    executablePath: path.join(cacheFolder(), 'chromium-119', 'browser'),
    args: ['--needed'],
  });
  const wanted = { ...process.env, CONNECT_SRC_BROWSERS: '{"chromium-119": {"args": ["--mine"]}}' };
  expect(findBrowser('chromium-119', wanted)?.args).toEqual(['--needed', '--mine']);
  expect(readdirSync(cacheFolder())).toEqual(['chromium-119']);
});

test('what is there and whole is not fetched again, and what is damaged is', async () => {
  const { executablePath } = await addBrowser(asked, { sources: [full], versionOf, log });
  await addBrowser(asked, { sources: [empty], versionOf, log });
  writeFileSync(executablePath, 'another browser');
  const [kept] = keptBrowsers();
  expect(kept && (await damageOf(kept))).toContain('not the one that was added');
  await expect(addBrowser(asked, { sources: [empty], versionOf, log })).rejects.toThrow('has none');
  await addBrowser(asked, { sources: [full], versionOf, log });
  expect(readFileSync(executablePath, 'utf8')).toBe('a browser');
});

test('a browser that is not what was asked for, or does not start, is not kept', async () => {
  const wrong = addBrowser(asked, { sources: [full], versionOf: async () => '118.0.1', log });
  await expect(wrong).rejects.toThrow('the full source gave 118.0.1 as full 119');
  const broken = addBrowser(asked, {
    sources: [empty, full],
    versionOf: () => Promise.reject(new Error('no library')),
    log,
  });
  await expect(broken).rejects.toThrow(
    'no source has it: the empty source has none; the full source: no library',
  );
  expect(readdirSync(cacheFolder())).toEqual([]);
});

test('a browser that was removed is not there any more', async () => {
  const kept = await addBrowser(asked, { sources: [full], versionOf, log });
  removeKept(kept);
  expect(existsSync(kept.folder)).toBe(false);
  expect(keptBrowser('chromium-119')).toBeNull();
  expect(() => findBrowser('chromium-119', process.env)).toThrow('npx connect-src browsers add chromium@119');
});

test('the cache is where the environment says, else the user’s own', () => {
  expect(cacheFolder({ CONNECT_SRC_BROWSER_CACHE: '/a/b' })).toBe('/a/b');
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/connect-src/browsers');
  expect(cacheFolder({ XDG_CACHE_HOME: 'c' })).toMatch(/\.cache\/connect-src\/browsers$/);
});

test('Chrome for Testing comes by a package that is used where it is installed', async () => {
  const chrome: VersionRequest = { product: 'chrome', engine: 'chromium', version: '119' };
  const absent = puppeteerBrowsers(() => Promise.reject(new Error('not there')));
  expect(await absent.unpack(chrome, '/x', log)).toContain('is not installed');
  const present = puppeteerBrowsers(async () => ({
    detectBrowserPlatform: () => 'linux',
    resolveBuildId: async (_, __, tag) => `${tag}.0.6045.105`,
    install: async ({ cacheDir, buildId }) => ({ executablePath: `${cacheDir}/chrome/${buildId}/chrome` }),
  }));
  expect(await present.unpack(chrome, '/x', log)).toMatchObject({
    executable: 'chrome/119.0.6045.105/chrome',
    origin: 'chrome 119.0.6045.105',
  });
  expect(await present.unpack(asked, '/x', log)).toBe('has no chromium by version');
});

/** Runs something as if another user did. */
async function asUser<T>(uid: number, run: () => Promise<T> | T): Promise<T> {
  const { getuid } = process;
  process.getuid = () => uid;
  try {
    return await run();
  } finally {
    if (getuid === undefined) delete process.getuid;
    else process.getuid = getuid;
  }
}

const webkit: VersionRequest = { product: 'webkitgtk', engine: 'webkit', version: '2.52' };
const ofItsOwn: BrowserSource = {
  name: 'the source of systems',
  async unpack(_, folder) {
    mkdirSync(path.join(folder, 'root'));
    writeFileSync(path.join(folder, 'root', 'library'), 'a library');
    writeFileSync(path.join(folder, 'WebKitWebDriver'), 'a way in', { mode: 0o755 });
    return {
      executable: 'WebKitWebDriver',
      args: [],
      origin: 'a suite',
      integrity: null,
      system: {
        name: 'A System 7',
        root: 'root',
        packages: [{ name: 'library', version: '1', sha256: 'a'.repeat(64) }],
        files: ['root/library'],
      },
    };
  },
};
const addSystem = () => addBrowser(webkit, { sources: [ofItsOwn], versionOf: async () => '2.52.6', log });

test('a browser with a system of its own is started in it, by root alone', async () => {
  const { folder, system } = await addSystem();
  expect(system?.packages).toEqual([{ name: 'library', version: '1', sha256: 'a'.repeat(64) }]);
  const choice = {
    name: 'webkitgtk-2.52',
    engine: 'webkit',
    how: 'webdriver',
    version: '2.52.6',
    driverPath: path.join(folder, 'WebKitWebDriver'),
    args: [],
    system: 'A System 7',
    root: path.join(folder, 'root'),
  };
  expect(await asUser(0, () => resolveBrowser('webkitgtk-2.52'))).toEqual(choice);
  await expect(asUser(1000, () => resolveBrowser('webkitgtk-2.52'))).rejects.toThrow(
    'entering one takes root',
  );
});

test('a library of such a system that is changed is seen', async () => {
  const kept = await addSystem();
  expect(await damageOf(kept)).toBeNull();
  writeFileSync(path.join(kept.folder, 'root', 'library'), 'another');
  expect(await damageOf(kept)).toBe('its root/library is not the one that was added');
});

test('Debian’s suites are for root, and the command to type is told', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere they are not to be had at all');
  const asked = asUser(1000, () => addBrowser(webkit, { sources: [empty, debianSuites], log }));
  await expect(asked).rejects.toThrow(UserError);
  await expect(asked).rejects.toThrow(
    /takes root\n {2}Run: sudo npx connect-src browsers add webkitgtk@2\.52$/,
  );
});

test('a Firefox that cannot be driven is refused before it is fetched', async () => {
  const old: VersionRequest = { product: 'firefox', engine: 'firefox', version: '102.15' };
  await expect(addBrowser(old, { sources: [full], log })).rejects.toThrow('too old');
  const first = { ...old, version: '115' };
  const added = await addBrowser(first, { sources: [full], versionOf: async () => '115.14.0', log });
  expect(added.name).toBe('firefox-115');
});

test('what an interrupted command had begun is cleared away by the next one', async () => {
  const left = path.join(cacheFolder(), '.making-chromium-92-999999999');
  const others = path.join(cacheFolder(), `.making-chromium-93-${process.ppid}`);
  for (const folder of [left, others]) mkdirSync(folder, { recursive: true });
  await addBrowser(asked, { sources: [full], versionOf, log });
  expect([existsSync(left), existsSync(others)]).toEqual([false, true]);
});
