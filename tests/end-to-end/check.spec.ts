import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadResults } from '../../harness/results/load-results.ts';
import { results } from '../../harness/results/schema.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

function check(documents: unknown[], ...options: string[]) {
  const file = path.join(temporaryDirectory(), 'mine.json');
  writeFileSync(file, JSON.stringify({ scenarios: [{ id: 'mine', title: 'My policy', documents }] }));
  return spawnSync(process.execPath, ['harness/connect-src.js', 'check', file, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
}

const page = { policy: "connect-src 'self' https://api.test", by: ['fetch', 'WebSocket'] };

test('a policy of one’s own in all three browsers', () => {
  const { status, stdout } = check([
    { ...page, allows: ['https://api.test/'], blocks: ['https://third.test/'] },
  ]);
  expect(stdout).toMatch(/connection +expected +spec +chromium +firefox +webkit/);
  expect(stdout).toMatch(/fetch https:\/\/api\.test\/ +allowed +allowed +allowed +allowed +allowed/);
  expect(stdout).toMatch(/fetch https:\/\/third\.test\/ +blocked +blocked +blocked +blocked +blocked/);
  expect(stdout).not.toContain('WebSocket');
  expect(status).toBe(0);
});

test('--browsers chooses, and --json gives the records of results.json', () => {
  const { stdout } = check([{ ...page, allows: ['https://api.test/'] }], '--browsers', 'chromium', '--json');
  const record = results.parse(JSON.parse(stdout));
  expect(record.browsers.map(({ name }) => name)).toEqual(['chromium']);
  expect(record.cases.map(({ observed }) => observed.chromium?.verdict)).toEqual(['allowed']);
  expect(record.corpus.file, 'as the project’s folder sees it').toMatch(/^test-results\/.*\/mine\.json$/);
});

test('an expectation that the specification does not share is told and reported, with exit code 1', async () => {
  const report = path.join(temporaryDirectory(), 'report');
  const { status, stdout } = check(
    [{ ...page, blocks: ['https://api.test/'] }],
    ...['--browsers', 'chromium', '--report', report],
  );
  expect(stdout).toContain('expected differs from spec');
  expect(status).toBe(1);
  expect(existsSync(path.join(report, 'index.html'))).toBe(true);
  const statuses = (await loadResults(report)).cases.map(({ observed }) => observed.chromium?.status);
  expect(new Set(statuses)).toEqual(new Set(['expected differs from spec']));
});

test('an unknown browser is refused with exit code 2', () => {
  const { status, stderr } = check([{ ...page, allows: ['https://api.test/'] }], '--browsers', 'lynx');
  expect(stderr).toContain('lynx');
  expect(status).toBe(2);
});
