import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { FullConfig, FullResult, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import ConformanceReporter from '../../harness/cli/reporter.ts';
import { loadResults } from '../../harness/results/load-results.ts';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

test.describe.configure({ mode: 'default' });
test.afterEach(() => {
  delete process.env.CONNECT_SRC_OUTPUT;
});

const browsers = ['chromium', 'firefox'];
const scenarios = ['one', 'two'];

/** Lets the reporter see a run of two scenarios in two browsers, of whose tests only the named ones end. */
async function report(
  status: FullResult['status'],
  ended: string[],
  seen = observation(),
  ofEach: TestResult['status'] = 'passed',
) {
  const directory = temporaryDirectory();
  process.env.CONNECT_SRC_OUTPUT = directory;
  const reporter = new ConformanceReporter();
  const tests = browsers.flatMap((browser) =>
    scenarios.map((id) => ({ title: `${id}: A rule`, parent: { project: () => ({ name: browser }) } })),
  ) as unknown as TestCase[];
  reporter.onBegin({ shard: null } as FullConfig, { allTests: () => tests } as Suite);
  for (const one of tests) {
    const browser = one.parent.project()?.name ?? '';
    const scenario = one.title.split(':')[0] ?? '';
    if (!ended.includes(`${browser} ${scenario}`)) continue;
    const part = run([blockedCase(scenario, 'fetch', { [browser]: seen })], {
      corpus: { hash: 'c0ffee0123456789', scenarios: 3, selected: 1 },
    });
    const body = Buffer.from(JSON.stringify(part));
    const attachments = [{ name: 'connect-src results', contentType: 'application/json', body }];
    reporter.onTestEnd(one, { attachments, status: ofEach } as unknown as TestResult);
  }
  let answer: Awaited<ReturnType<typeof reporter.onEnd>>;
  const said = await saidBy(async () => {
    answer = await reporter.onEnd({ status } as FullResult);
  });
  return { directory, answer, said };
}

/** What is written to the terminal meanwhile. */
async function saidBy(work: () => Promise<void>): Promise<string> {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = (line) => lines.push(line);
  await work().finally(() => {
    console.log = log;
  });
  return lines.join('\n');
}

const everything = browsers.flatMap((browser) => scenarios.map((id) => `${browser} ${id}`));

test('a run that was interrupted names what never began, and how many scenarios were to run', async () => {
  const { directory, answer } = await report('interrupted', ['chromium one', 'firefox one']);
  const { missing, corpus } = await loadResults(directory);
  expect(missing).toEqual(
    browsers.map((browser) => ({ scenario: 'two', browser, reason: 'the run ended before it' })),
  );
  expect(corpus).toMatchObject({ scenarios: 3, selected: 2 });
  expect(answer).toBeUndefined();
});

test('what a scenario that was interrupted has seen so far is no result', async () => {
  const { said } = await report('interrupted', everything, observation(), 'interrupted');
  expect(said).toContain('No scenario gave results');
});

test('a deviation does not hide that the run was interrupted', async () => {
  expect((await report('interrupted', ['chromium one'], letThrough())).answer).toBeUndefined();
  expect((await report('passed', everything, letThrough())).answer).toEqual({ status: 'failed' });
});

test('a run to its end lacks nothing', async () => {
  const { directory, answer } = await report('passed', everything);
  const { missing, cases } = await loadResults(directory);
  expect(missing).toEqual([]);
  expect(cases.map(({ observed }) => Object.keys(observed))).toEqual([browsers, browsers]);
  expect(answer).toBeUndefined();
});

test('a list of the tests is no run: nothing is said of results, and none are written', async () => {
  const { directory, said } = await report('passed', []);
  expect(said).toBe('');
  expect(existsSync(`${directory}/results.json`)).toBe(false);
  expect((await report('failed', [])).said).toContain('No scenario gave results');
});
