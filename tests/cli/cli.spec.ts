import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeResults } from '../../harness/results/write-results.ts';
import { blockedCase, firefox, observation, run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

function connectSrc(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { DEBUG: _, ...mine } = process.env;
  return spawnSync(process.execPath, ['harness/connect-src.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...mine, ...env },
  });
}

test('a bug of ours ends with 70 and a line; its stack is shown with DEBUG only', () => {
  // An error where nothing catches any stands for a bug anywhere; by then the command has set itself up.
  const broken = "process.once('beforeExit', () => { throw new Error('something broke'); });";
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(broken)}`;
  const short = connectSrc(['corpus'], { NODE_OPTIONS });
  expect([short.status, short.stderr]).toEqual([
    70,
    'Internal error: something broke\n  Set DEBUG=1 to see where; please report it.\n',
  ]);
  const long = connectSrc(['corpus'], { NODE_OPTIONS, DEBUG: '1' });
  expect(long.status).toBe(70);
  expect(long.stderr).toMatch(/Error: something broke\n +at /);
});

test('a reader who goes away is no failure of ours', async () => {
  const child = spawn(process.execPath, ['harness/connect-src.js', 'corpus'], { cwd: root });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, said]).toEqual([141, '']);
});

test('nothing of what results hold acts on the terminal', async () => {
  const directory = temporaryDirectory();
  const reason = 'a title\u001b]0;owned\u0007 and \u202etxt.exe';
  await writeResults(
    run([blockedCase('one', 'fetch', { firefox: observation() })], {
      missing: [{ scenario: 'two', browser: 'firefox', reason }],
    }),
    directory,
  );
  const { stderr } = connectSrc(['merge', directory, '-o', path.join(directory, 'merged')]);
  expect(stderr).toContain('a title\\u{1b}]0;owned\\u{7} and \\u{202e}txt.exe');
});

for (const name of ['constructor', '../../../x', '__proto__', 'Firefox', 'a b'])
  test(`results of a browser called ${name} are refused`, async () => {
    const directory = temporaryDirectory();
    const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);
    await writeResults({ ...results, browsers: [{ ...firefox, name }] }, directory);
    for (const args of [
      ['merge', directory, directory, '-o', path.join(directory, 'merged')],
      ['record', directory],
    ]) {
      const { status, stderr } = connectSrc(args);
      expect(stderr).toContain('browsers[0].name: a browser is called');
      expect(status).toBe(2);
    }
  });
