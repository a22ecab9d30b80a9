import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { deviationsOverTime } from '../../../harness/compare/history.ts';
import { readHistory } from '../../../harness/compare/history-directory.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const scenarios = {
  scenarios: [
    {
      id: 'two-nights',
      title: 'A policy that two nights see differently',
      documents: [{ policy: "connect-src 'self'", by: ['fetch'], blocks: ['https://third.test/'] }],
    },
  ],
};

/** Runs `connect-src nightly` with a real browser in `directory`; `environment` may change how the browser behaves. */
function night(
  directory: string,
  environment: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  const args = ['harness/connect-src.js', 'nightly', '--browsers', 'chromium'];
  const places = ['--history', path.join(directory, 'history'), '--report', path.join(directory, 'report')];
  const env = {
    ...process.env,
    CONNECT_SRC_SCENARIOS: path.join(directory, 'scenarios.json'),
    CONNECT_SRC_OUTPUT: path.join(directory, 'output'),
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [...args, ...places], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

test('a browser that no longer enforces the policy is found, named, told once, and kept', async () => {
  test.setTimeout(600_000);
  const directory = temporaryDirectory();
  await writeFile(path.join(directory, 'scenarios.json'), JSON.stringify(scenarios));

  const first = await night(directory);
  expect(first.code, first.said).toBe(0);

  const stripped = { CONNECT_SRC_SABOTAGE: 'strip-policy' };
  const second = await night(directory, stripped);
  expect(second.code, second.said).toBe(1);
  expect(second.said).toMatch(
    /Got worse \(1\):\n\n- chromium: two-nights\/\S+: new deviation, fetch to https:\/\/third\.test\//,
  );
  expect(await readFile(path.join(directory, 'report', 'changes.md'), 'utf8')).toContain('two-nights/');

  const third = await night(directory, stripped);
  expect(third.code, third.said).toBe(1);
  expect(third.said).toContain('Nothing changed.');

  const history = await readHistory(path.join(directory, 'history'));
  expect(history.runs.map((run) => run.changes?.transitions.length ?? null)).toEqual([null, 1, 0]);
  expect(deviationsOverTime(history)[0]?.points.map(({ counts }) => counts.security)).toEqual([0, 1, 1]);

  const report = await readFile(path.join(directory, 'report', 'results.json'), 'utf8');
  for (const place of [root, directory, os.homedir()])
    expect(report, 'no path of this machine').not.toContain(place);
  const broken = await night(directory, { CONNECT_SRC_SCENARIOS: path.join(directory, 'not-there.json') });
  expect(broken.code, broken.said).toBe(2);
  expect(broken.said).not.toMatch(/^\s+at .*\.ts:/m);
  expect(await readFile(path.join(directory, 'report', 'results.json'), 'utf8')).toBe(report);
});
