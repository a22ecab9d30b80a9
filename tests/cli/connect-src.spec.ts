import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs `connect-src corpus` of a checkout in a folder of this name. */
function corpusOf(name: string) {
  const checkout = path.join(temporaryDirectory(), name);
  mkdirSync(checkout);
  for (const each of ['harness', 'scenarios', 'servers', 'package.json'])
    cpSync(path.join(root, each), path.join(checkout, each), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  const cli = path.join(checkout, 'harness/connect-src.js');
  return { checkout, ...spawnSync(process.execPath, [cli, 'corpus'], { encoding: 'utf8' }) };
}

test('a checkout may stand in a folder with spaces and other characters', () => {
  const { status, stderr, stdout } = corpusOf(' a b #%20 ü\u4f8b');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/in all: \d+ scenarios/);
  expect(status).toBe(0);
});

test('one in a folder with a question mark says so, and what to do', () => {
  const { status, stderr, checkout } = corpusOf('what?');
  expect(stderr).toBe(
    `The project is in ${checkout}/, and its sources cannot be loaded from a path with a question mark.\nMove it to a folder without one.\n`,
  );
  expect(status).toBe(2);
});
