import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadResults } from '../../harness/results/load-results.ts';
import type { Results } from '../../harness/results/schema.ts';
import { processesOf, survivors } from '../engines/processes-of.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

test.describe.configure({ mode: 'default' });

const root = path.resolve(import.meta.dirname, '../..');

const started: ChildProcess[] = [];

// Whatever a failing test left running.
test.afterEach(() => {
  for (const child of started.splice(0)) if (isRunning(child)) child.kill('SIGTERM');
});

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

/** How many scenarios a run has: enough for a second command to start, and to end, before the first is through. */
const SCENARIOS = 60;

/** A file with so many scenarios. */
function scenarioFile(): string {
  const file = path.join(temporaryDirectory(), 'mine.json');
  const documents = [
    { policy: 'connect-src https://api.test', by: 'fetch', blocks: ['https://third.test/'] },
  ];
  const scenarios = Array.from({ length: SCENARIOS }, (_, n) => ({
    id: `mine-${n + 1}`,
    title: 'Mine',
    documents,
  }));
  writeFileSync(file, JSON.stringify({ scenarios }));
  return file;
}

/** @param jitter how long servers hold back what they say, at most, in milliseconds */
function startRun(file: string, output: string, args: string[] = [], jitter = 0) {
  const words = ['run', '--browsers', 'chromium', '--output', output, ...args, '--', '--workers=1'];
  const child = spawn(process.execPath, ['harness/connect-src.js', ...words], {
    cwd: root,
    env: { ...process.env, CONNECT_SRC_SCENARIOS: file, CONNECT_SRC_JITTER: String(jitter) },
  });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, code, said: () => said };
}

const lines = (journal: string): number =>
  existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0;

/** Starts a run, slow enough to be met before its end, and waits until its folder is its own. */
async function begun(file: string, output: string) {
  const run = startRun(file, output, [], 500);
  await expect.poll(() => existsSync(path.join(output, 'run.lock')), { timeout: 150_000 }).toBe(true);
  return run;
}

/** Waits until two scenarios of a run are in the journal. */
const midway = (output: string) =>
  expect
    .poll(() => lines(path.join(output, 'journal.jsonl')), { timeout: 150_000, intervals: [20] })
    .toBeGreaterThanOrEqual(2);

/** What a run found, without its times. */
const found = ({ cases, scenarios, missing, corpus }: Results) => ({
  cases: cases.map(({ id, observed }) => [id, observed.chromium?.verdict, observed.chromium?.status]),
  scenarios: scenarios.map(({ id }) => id),
  missing,
  corpus,
});

test('a second run in the folder is refused; SIGTERM ends with 143 and a report, and --resume finishes it', async () => {
  const file = scenarioFile();
  const output = path.join(temporaryDirectory(), 'report');
  const first = await begun(file, output);
  const second = startRun(file, output);
  expect(await second.code).toBe(2);
  expect(second.said()).toMatch(/Another run \(process \d+\) is writing/);
  await midway(output);
  first.child.kill('SIGTERM');
  const code = await first.code;
  expect(existsSync(path.join(output, 'index.html'))).toBe(true);
  expect(code).toBe(143);
  const reasons = (await loadResults(output)).missing.map(({ reason }) => reason);
  expect(reasons).not.toEqual([]);
  // Which of the two, hangs on how many of the rest had begun.
  expect(reasons.filter((one) => one !== 'interrupted' && one !== 'the run ended before it')).toEqual([]);
  expect(first.said()).toContain('npx connect-src run --resume');

  const rest = startRun(file, output, ['--resume']);
  expect(await rest.code, rest.said()).toBe(0);
  expect(rest.said()).toMatch(/\d+ scenarios of the interrupted run are taken over/);
  const whole = path.join(temporaryDirectory(), 'report');
  expect(await startRun(file, whole).code).toBe(0);
  expect(found(await loadResults(output))).toEqual(found(await loadResults(whole)));
  expect(existsSync(path.join(output, 'journal.jsonl'))).toBe(false);
  const again = startRun(file, output, ['--resume']);
  expect(await again.code).toBe(2);
  expect(again.said()).toContain('no run was interrupted there');
});

test('SIGKILL of the command leaves no process behind, and a report of what had finished', async () => {
  const output = path.join(temporaryDirectory(), 'report');
  const run = await begun(scenarioFile(), output);
  await midway(output);
  const family = processesOf(run.child.pid as number);
  expect(family.some(({ name }) => /chrom/.test(name))).toBe(true);
  run.child.kill('SIGKILL');
  await expect.poll(() => survivors(family), { timeout: 60_000 }).toEqual([]);
  expect((await loadResults(output)).cases.length).toBeGreaterThanOrEqual(2);
});

test('another corpus is not gone on with', async () => {
  const output = path.join(temporaryDirectory(), 'report');
  const run = await begun(scenarioFile(), output);
  await midway(output);
  run.child.kill('SIGTERM');
  expect(await run.code).toBe(143);
  const other = scenarioFile();
  writeFileSync(other, readFileSync(other, 'utf8').replace('Mine', 'Another'));
  const rest = startRun(other, output, ['--resume']);
  expect(await rest.code).toBe(2);
  expect(rest.said()).toContain('is of another corpus than the one to run');
});
