import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'harness/connect-src.js');
const documents = [{ policy: "connect-src 'self'", by: 'fetch', allows: ['https://page.test/'] }];

/** Runs Node in this directory. */
function node(cwd: string, args: string[], env: NodeJS.ProcessEnv) {
  const { TEST_WORKER_INDEX: _, ...mine } = process.env;
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...mine, ...env } });
}

for (const command of [
  'run',
  'check mine.json',
  'check --policy connect-src --page https://page.test/ --connect https://api.test/',
  'sabotage',
  'record',
  'nightly --history past',
  'explore',
  'reproduce',
  'bench',
])
  test(`${command}: a browser that is not there ends it before the run, and the message says what to do`, () => {
    const cwd = temporaryDirectory();
    const nowhere = temporaryDirectory();
    writeFileSync(
      path.join(cwd, 'mine.json'),
      JSON.stringify({ scenarios: [{ id: 'mine', title: 'Mine', documents }] }),
    );
    const { status, stdout, stderr } = node(cwd, [cli, ...command.split(' ')], {
      PATH: nowhere,
      PLAYWRIGHT_BROWSERS_PATH: nowhere,
    });
    expect(stderr).toContain(
      `browser chromium: it is not installed: there is no build of Playwright's at ${nowhere}`,
    );
    expect(stderr).toContain('on the PATH there is no chromium and no chromium-browser and no google-chrome');
    expect(stderr).toContain('Run: npx connect-src install');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

test('Playwright’s own --project leaves out browsers that are not there', () => {
  const nowhere = temporaryDirectory();
  const words = [cli, 'run', '--', '--project=firefox', '--list'];
  const { status } = node(nowhere, words, { PATH: nowhere, PLAYWRIGHT_BROWSERS_PATH: nowhere });
  expect(status).toBe(0);
});

for (const [browsers, says] of [
  ['chromium=/nowhere/chrome', 'chromium is to be at /nowhere/chrome'],
  ['netscape', 'browser netscape: there is no browser of this name'],
] as const)
  test(`plain \`npx playwright test\` refuses the browsers ${browsers}`, () => {
    const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
    const { status, stderr } = node(root, [playwright, 'test', '--list'], { CONNECT_SRC_BROWSERS: browsers });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });
