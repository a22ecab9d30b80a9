import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { privateFolder, removeLeftFolders } from '../../harness/engines/private-folder.ts';

let temporary: string;
test.beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'pf-'));
});
test.afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const folders = () => readdirSync(temporary).filter((name) => name.startsWith('connect-src-'));

/** Runs a program that makes its private folder, prints its mode, and goes on as the code says. */
function run(code: string, TMPDIR = temporary): { stdout: string; stderr: string } {
  const program = `
    import { statSync } from 'node:fs';
    import { privateFolder } from './harness/engines/private-folder.ts';
    console.log((statSync(privateFolder()).mode & 0o777).toString(8));
    ${code}`;
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, TMPDIR },
    encoding: 'utf8',
  });
}

test('is for this user only, and goes when the process does', () => {
  expect(run('')).toMatchObject({ stdout: '700\n', stderr: '' });
  expect(folders()).toEqual([]);
});

test('is elsewhere where the temporary folder leaves no room for the path of a socket', () => {
  test.skip(process.platform === 'win32', 'no sockets with a path');
  const long = path.join(temporary, 'l'.repeat(60));
  mkdirSync(long);
  const { stdout, stderr } = run('console.log(privateFolder())', long);
  expect(stderr).toBe('');
  const [mode, folder = ''] = stdout.split('\n');
  expect(mode).toBe('700');
  expect(path.dirname(folder)).toBe('/tmp');
  expect(existsSync(folder)).toBe(false);
});

test('goes after an error that nobody caught as well', () => {
  expect(run("throw new Error('uncaught')").stderr).toContain('uncaught');
  expect(folders()).toEqual([]);
});

test('what a killed process left is removed by the next one, which says so', () => {
  test.skip(process.platform === 'win32', 'no signals');
  run("process.kill(process.pid, 'SIGKILL')");
  const [left] = folders();
  expect(left).toBeDefined();
  expect(run('').stderr).toBe(
    `Removed ${path.join(temporary, left ?? '')}, which an interrupted run had left behind.\n`,
  );
  expect(folders()).toEqual([]);
});

test('nothing else is removed', () => {
  run("process.kill(process.pid, 'SIGKILL')");
  const [left = ''] = folders();
  const [, , machine] = left.split('-');
  rmSync(path.join(temporary, left), { recursive: true });
  const alive = path.basename(privateFolder());
  const other = left.replace(`-${machine}-`, machine === '0000' ? '-1111-' : '-0000-');
  for (const name of [alive, other, 'connect-src-notes', 'connect-src-0000-1-1-']) {
    mkdirSync(path.join(temporary, name));
  }
  // A link that somebody put there, in the name of a process that is gone, must lead to no removal elsewhere.
  const target = mkdtempSync(path.join(temporary, 'target-'));
  symlinkSync(target, path.join(temporary, left));
  expect(removeLeftFolders(temporary)).toEqual([]);
  expect(statSync(target).isDirectory()).toBe(true);
  expect(folders().sort()).toEqual([alive, other, left, 'connect-src-notes', 'connect-src-0000-1-1-'].sort());
});
