import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadResults } from '../../harness/results/load-results.ts';

test.describe.configure({ mode: 'serial' });

// Packing and installing take their time.
test.setTimeout(900_000);

const root = path.resolve(import.meta.dirname, '../..');
const documents = [
  {
    policy: "connect-src 'self'",
    by: 'fetch',
    allows: ['https://page.test/'],
    blocks: ['https://third.test/'],
  },
];

/** A folder with no checkout above it. */
let outside: string;

test.beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'connect-src package '));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', outside], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[')));
  writeFileSync(path.join(outside, 'package.json'), '{"private": true}');
  writeFileSync(
    path.join(outside, 'mine.json'),
    JSON.stringify({ scenarios: [{ id: 'mine', title: 'Mine', documents }] }),
  );
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], {
    cwd: outside,
  });
});

test.afterAll(() => rmSync(outside, { recursive: true, force: true }));

/** Runs the installed command in the folder it is installed in. */
function installed(...args: string[]) {
  const { TEST_WORKER_INDEX: _, ...env } = process.env;
  return spawnSync('npx', ['--no-install', 'connect-src', ...args], { cwd: outside, encoding: 'utf8', env });
}

test('the installed package explains', () => {
  const connection = ['--page', 'https://page.test/', '--connect', 'https://third.test/'];
  const { status, stdout, stderr } = installed('explain', '--policy', "connect-src 'self'", ...connection);
  expect(stdout, stderr).toContain('CSP#should-block-request');
  expect(status).toBe(0);
});

test('it is a library, and prints nothing by being imported', () => {
  const script = `
    import { advise, changed, explain } from 'connect-src-conformance';
    const question = { policy: "connect-src 'self'", self: 'https://page.test/', url: 'https://third.test/' };
    const change = advise(question).find((one) => one.change)?.change;
    console.log(explain(question).verdict, explain(changed(question, change)).verdict);`;
  const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', script], {
    cwd: outside,
    encoding: 'utf8',
  });
  expect(stdout, stderr).toBe('blocked allowed\n');
});

test('its fixtures are there for a project’s own tests', () => {
  writeFileSync(
    path.join(outside, 'mine.spec.ts'),
    `
    import { expect, test } from 'connect-src-conformance/playwright';
    import { fixtures, matchers } from 'connect-src-conformance/playwright/fixtures';
    test('mine', ({ violations }) => {
      violations.expect('https://third.test/');
      expect(violations.missing()).toEqual(['https://third.test/']);
      expect(Object.keys({ ...fixtures, ...matchers })).toContain('toConnect');
    });`,
  );
  const { TEST_WORKER_INDEX: _, ...env } = process.env;
  const run = spawnSync('npx', ['--no-install', 'playwright', 'test', 'mine.spec.ts'], {
    cwd: outside,
    encoding: 'utf8',
    env,
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
});

test('it counts its corpus', () => {
  const { status, stdout, stderr } = installed('corpus');
  expect(stdout, stderr).toMatch(/in all: \d+ scenarios, \d+ cases/);
  expect(status).toBe(0);
});

test('it checks a file of one’s own', () => {
  const { status, stdout, stderr } = installed('check', 'mine.json', '--browsers', 'chromium');
  expect(stdout, stderr).toMatch(/fetch https:\/\/third\.test\/ +blocked +blocked +blocked/);
  expect(status).toBe(0);
});

test('it runs a scenario, and the report is where the user is', async () => {
  const one = ['--grep', ' violation-event-of-report-only:'];
  const { status, stdout, stderr } = installed('run', '--browsers', 'chromium', '--', ...one);
  expect(status, stdout + stderr).toBe(0);
  const results = await loadResults(path.join(outside, 'reports/latest'));
  expect(results.scenarios.map(({ id }) => id)).toEqual(['violation-event-of-report-only']);
});
