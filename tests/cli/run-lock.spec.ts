import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { lockFolder } from '../../harness/cli/run-lock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const silent = (line: string) => expect(line, 'nothing is said').toBe('');

test('of two runs in a folder the second is refused, until the first is over', () => {
  const directory = temporaryDirectory();
  const release = lockFolder(directory, silent);
  expect(() => lockFolder(directory, silent)).toThrow(
    new RegExp(`Another run \\(process ${process.pid}\\) is writing[\\s\\S]*--output DIR`),
  );
  release();
  lockFolder(directory, silent)();
  expect(existsSync(path.join(directory, 'run.lock'))).toBe(false);
});

test('the lock of a run that was killed is removed, which a line says', async () => {
  const directory = temporaryDirectory();
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  const file = path.join(directory, 'run.lock');
  // The process is no more; or its number is another's now; or the disk was full.
  for (const left of [
    JSON.stringify({ pid: child.pid, started: '1' }),
    JSON.stringify({ pid: process.pid, started: '1' }),
    '',
  ]) {
    writeFileSync(file, left);
    const said: string[] = [];
    const release = lockFolder(directory, (line) => said.push(line));
    expect(said).toEqual([`The run that wrote to ${directory} before was killed; its lock was removed.`]);
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
    release();
  }
});
