import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { chromiumOptions } from '../../harness/engines/chromium/options.ts';

test.skip(process.platform === 'win32', 'Windows has no sh');

/** What an executable is given that Chromium's options stand before. */
function given(args: readonly string[]): string[] {
  const show = 'console.log(JSON.stringify(process.argv.slice(1)))';
  const { executablePath, env } = chromiumOptions(
    { proxy: { host: '127.0.0.1', port: 1 } },
    { executablePath: process.execPath },
  );
  const text = execFileSync(executablePath as string, ['-e', show, '--', ...args], {
    env: env as NodeJS.ProcessEnv,
    encoding: 'utf8',
  });
  return JSON.parse(text) as string[];
}

test('Chromium is given one list of features to do without: it would heed the last one only', () => {
  expect(given(['--a', '--disable-features=One,Two', 'b c', '--disable-features=Three'])).toEqual([
    ...['--a', 'b c', '--disable-features=One,Two,Three'],
  ]);
  expect(given(['--a'])).toEqual(['--a']);
});

test('where Playwright finds the browser itself, its own list stays as it is', () => {
  const { executablePath, args } = chromiumOptions({ proxy: { host: '127.0.0.1', port: 1 } }, {});
  expect(executablePath).toBeUndefined();
  expect(args?.join()).not.toContain('--disable-features');
});
