import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { BareMachine } from './bare-machine.ts';

const test = base.extend<{ machine: BareMachine }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  machine: async ({}, use) => {
    const machine = new BareMachine();
    await use(machine);
    machine.dispose();
  },
});

/** An apt-get that notes what it is asked for and puts the browsers on the PATH. */
const APT_GET = `
echo "$@" >> "$BIN/../apt.log"
[ "$1" = install ] || exit 0
for name in chromium firefox-esr WebKitWebDriver Xvfb; do
  printf '#!/bin/sh\\necho 1.2.3\\n' > "$BIN/$name"
  /bin/chmod 755 "$BIN/$name"
done`;

const isRoot = process.getuid?.() === 0;

test('what is there is left alone', async ({ machine }) => {
  for (const name of ['chromium', 'firefox-esr']) machine.addCommand(name, 'echo 1.2.3');
  const { code, stdout } = await machine.connectSrc(['install'], {
    CONNECT_SRC_BROWSERS: 'chromium,firefox',
  });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `chromium: ${machine.bin}/chromium\nfirefox: ${machine.bin}/firefox-esr\n`,
  });
});

test("where downloads are refused, the distribution's packages are installed", async ({ machine }) => {
  test.skip(!isRoot, 'apt-get needs root');
  machine.addCommand('apt-get', APT_GET);
  const { code, stdout, stderr } = await machine.connectSrc(['install']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^chromium: the download was refused \(.+\)$/m);
  expect(stdout).not.toContain('firefox: the download was refused');
  expect(stdout).toContain(`webkit: ${machine.bin}/WebKitWebDriver`);
  const asked = readFileSync(path.join(machine.folder, 'apt.log'), 'utf8').split('\n');
  expect(asked[0]).toMatch(/^update/);
  expect(asked[1]).toMatch(/^install .* chromium firefox-esr webkit2gtk-driver xvfb glib-networking$/);
});

test('with --system nothing is downloaded', async ({ machine }) => {
  test.skip(!isRoot, 'apt-get needs root');
  machine.addCommand('apt-get', APT_GET);
  const flag = await machine.connectSrc(['install', '--system'], { CONNECT_SRC_BROWSERS: 'chromium' });
  expect(flag.stdout).toBe(`installing Debian's chromium\nchromium: ${machine.bin}/chromium\n`);
});

test('with --system, or the variable, a build that is there is left out', async ({ machine }) => {
  machine.addBuild('chromium', 'echo 1.2.3');
  machine.addCommand('chromium', 'echo 1.2.3');
  const chosen = { CONNECT_SRC_BROWSERS: 'chromium' };
  const found = `chromium: ${machine.bin}/chromium\n`;
  expect((await machine.connectSrc(['install', '--system'], chosen)).stdout).toBe(found);
  const variable = { ...chosen, CONNECT_SRC_SYSTEM_BROWSERS: '1' };
  expect((await machine.connectSrc(['install'], variable)).stdout).toBe(found);
  const { stdout } = await machine.connectSrc(['browsers', '--json'], variable);
  expect(JSON.parse(stdout)).toMatchObject([{ how: 'system', path: `${machine.bin}/chromium` }]);
});

test('where a build that is there does not start, the message names the way around it', async ({
  machine,
}) => {
  machine.addBuild('chromium', 'exit 127');
  const { code, stderr } = await machine.connectSrc(['install'], { CONNECT_SRC_BROWSERS: 'chromium' });
  expect(code).toBe(2);
  expect(stderr).toContain('browser chromium: it is installed but does not start');
  expect(stderr).toContain("or take the system's browsers instead: CONNECT_SRC_SYSTEM_BROWSERS=1");
});

test('where everything fails, the message names browser, tries and command', async ({ machine }) => {
  test.skip(!isRoot, 'apt-get needs root');
  machine.addCommand('apt-get', 'echo "E: no network" >&2; exit 100');
  const { code, stderr } = await machine.connectSrc(['install'], { CONNECT_SRC_BROWSERS: 'firefox' });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^UserError: browsers firefox: Playwright's download was refused \(.+\), and apt-get/,
  );
  expect(stderr).toContain('could not install firefox-esr: E: no network');
  expect(stderr).toContain('Run: apt-get update && apt-get install -y firefox-esr');
});

test('without apt-get, the message names the packages', async ({ machine }) => {
  const { code, stderr } = await machine.connectSrc(['install', '--system'], {
    CONNECT_SRC_BROWSERS: 'webkit',
  });
  expect(code).toBe(2);
  expect(stderr).toContain('browsers webkit: there is no apt-get here');
  expect(stderr).toContain('webkit2gtk-driver xvfb glib-networking');
});

test('what no package brings is said to be missing', async ({ machine }) => {
  const { code, stderr } = await machine.connectSrc(['install', '--system'], {
    CONNECT_SRC_BROWSERS: 'safari',
  });
  expect(code).toBe(2);
  expect(stderr).toContain('browser safari: no package brought it');
});

test('browsers lists what was found and what is missing', async ({ machine }) => {
  machine.addCommand('chromium', 'echo Chromium 1.2.3.4 built on something');
  const { code, stdout } = await machine.connectSrc(['browsers', '--json'], {
    CONNECT_SRC_BROWSERS: 'chromium,firefox,webkit=http://grid:4444',
  });
  expect(code).toBe(1);
  const none = { path: null, driver: null };
  expect(JSON.parse(stdout)).toEqual([
    {
      ...none,
      name: 'chromium',
      engine: 'chromium',
      how: 'system',
      version: '1.2.3.4',
      path: `${machine.bin}/chromium`,
      missing: [],
    },
    { ...none, name: 'firefox', engine: null, how: null, version: null, missing: ['no firefox was found'] },
    {
      ...none,
      name: 'webkit',
      engine: 'webkit',
      how: 'remote',
      version: null,
      driver: 'http://grid:4444',
      missing: [],
    },
  ]);
});

test('browsers says what a found browser lacks', async ({ machine }) => {
  machine.addCommand('WebKitWebDriver', 'exit 1');
  const { code, stdout } = await machine.connectSrc(['browsers'], { CONNECT_SRC_BROWSERS: 'webkit' });
  expect(code).toBe(1);
  expect(stdout).toContain('missing xvfb');
  expect(stdout).toContain('npx connect-src install');
});

test('a browser that does not start is not called ready', async ({ machine }) => {
  machine.addCommand('chromium', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
  const { code, stdout } = await machine.connectSrc(['browsers'], { CONNECT_SRC_BROWSERS: 'chromium' });
  expect(code).toBe(1);
  expect(stdout).toContain('missing it does not start');
});

test('a mistake in the configuration ends the command with its explanation', async ({ machine }) => {
  const { code, stderr } = await machine.connectSrc(['browsers'], {
    CONNECT_SRC_BROWSERS: 'chromium=/nowhere',
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^UserError: CONNECT_SRC_BROWSERS: chromium is to be at \/nowhere.*\n {2}Correct the path\n$/,
  );
});
