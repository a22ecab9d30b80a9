import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type Night, nightly } from '../../../harness/cli/nightly/nightly.ts';
import { datedTransitions } from '../../../harness/compare/history.ts';
import { readHistory } from '../../../harness/compare/history-directory.ts';
import { UserError } from '../../../harness/errors.ts';
import { writeReport } from '../../../harness/report/write-report.ts';
import type { ExplorationRecord } from '../../../harness/results/exploration-schema.ts';
import { loadExploration } from '../../../harness/results/load-exploration.ts';
import { merge } from '../../../harness/results/merge.ts';
import type { Observation, Results } from '../../../harness/results/schema.ts';
import { explored } from '../../results/synthetic-exploration.ts';
import { blockedCase, firefox, letThrough, observation, run } from '../../results/synthetic-results.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const CASE = 'one/1/fetch/https://third.test/';

/** The results of one night: a single case, seen so by a browser of this version. */
function results(day: number, seen: Observation, changes: Partial<Results> = {}): Results {
  return run([blockedCase('one', 'fetch', { firefox: seen })], {
    startedAt: `2026-11-${day}T03:00:00.000Z`,
    browsers: [{ ...firefox, version: `${day + 130}.0` }],
    ...changes,
  });
}

/** A place where nights can follow each other. */
async function place(): Promise<{
  history: string;
  report: string;
  night(found: Results | Error, explored?: ExplorationRecord): ReturnType<typeof nightly>;
}> {
  const directory = temporaryDirectory();
  const where = { history: path.join(directory, 'history'), report: path.join(directory, 'report') };
  const night = (found: Results | Error, explored?: ExplorationRecord) =>
    nightly({
      ...where,
      writeReport,
      ...(explored && { explore: async () => explored }),
      run: () => (found instanceof Error ? Promise.reject(found) : Promise.resolve(found)),
    });
  return { ...where, night };
}

/** Every file of a directory with what it holds. */
async function contents(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const named = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(directory, file), await readFile(file, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}

test('a change is found, named and counted on its night, and not again on the next', async () => {
  const { night, history, report } = await place();
  const first = await night(results(20, observation()));
  expect(first).toMatchObject({ exitCode: 0, changes: null });
  expect(first.words.join('\n')).toContain('the first run of this history');

  const second = await night(results(21, letThrough()));
  expect(second.exitCode).toBe(1);
  expect(second.changes?.transitions).toMatchObject([
    { case: CASE, browser: 'firefox', kind: 'new deviation', direction: 'worse' },
  ]);
  expect(second.words.join('\n')).toContain(
    `firefox: ${CASE}: new deviation, fetch to https://third.test/: blocked (conforms`,
  );
  expect(await readFile(path.join(report, 'changes.md'), 'utf8')).toContain(CASE);
  expect(JSON.parse(await readFile(path.join(report, 'changes.json'), 'utf8'))).toEqual(second.changes);

  const third = await night(results(22, letThrough({ status: 'known deviation' })));
  const fourth = await night(results(23, letThrough({ status: 'known deviation' })));
  expect(third.changes?.transitions.map(({ kind }) => kind)).toEqual(['changed status']);
  expect(third.exitCode, 'a deviation that was recorded is no change of behaviour').toBe(0);
  expect(fourth).toMatchObject({ exitCode: 0, changes: { transitions: [] } });

  const past = await readHistory(history);
  expect(past.runs).toHaveLength(4);
  expect(datedTransitions(past).map((one) => `${one.case}: ${one.version} ${one.kind}`)).toEqual([
    `${CASE}: 151.0 new deviation`,
    `${CASE}: 152.0 changed status`,
  ]);
});

test('a deviation that nobody recorded fails every night, and is told on the first only', async () => {
  const { night } = await place();
  await night(results(20, observation()));
  await night(results(21, letThrough()));
  const third = await night(results(22, letThrough()));
  expect(third).toMatchObject({ exitCode: 1, changes: { transitions: [] } });
  expect(third.words).toContain('Results that do not stand as recorded: 1; see the report.');
});

test('the report is one directory: pages, results, changes and history', async () => {
  const { night, report, history } = await place();
  await night(results(20, observation()));
  const files = Object.keys(await contents(report));
  expect(files).toEqual(
    expect.arrayContaining([
      'index.html',
      'results.json',
      'results.schema.json',
      'changes.json',
      'changes.md',
      'history/index.json',
    ]),
  );
  expect(files).toContain('history/runs/2026-11-20T03-00-00-000Z.json');
  expect(await readdir(path.dirname(report)), 'nothing is left on the side').toEqual([
    path.basename(history),
    path.basename(report),
  ]);
});

test('a run without results, or without a browser or a shard, leaves report and history as they were', async () => {
  const { night, history, report } = await place();
  await night(results(20, observation()));
  const before = [await contents(history), await contents(report)];
  await expect(night(new UserError('The browser would not start.'))).rejects.toThrow(UserError);
  for (const reason of ['no results of this browser', 'the run ended before it']) {
    const missing = [{ scenario: 'one', browser: 'safari', reason }];
    const silent = night(results(21, letThrough(), { missing }));
    await expect(silent).rejects.toThrow(UserError);
    await expect(silent).rejects.toThrow(/without the browser safari/);
    // As a night of shards and machines comes in: merged first.
    const [part, gaps] = [results(21, letThrough()), results(21, observation(), { browsers: [], missing })];
    const parts = [part, { ...gaps, scenarios: [], cases: [] }];
    const whole = merge(parts.map((results, index) => ({ name: `part ${index}`, results })));
    await expect(night(whole)).rejects.toThrow(/without the browser safari/);
  }
  const half = night(results(21, letThrough(), { shards: { total: 3, present: [1] } }));
  await expect(half).rejects.toThrow(/without shard 2 of 3, shard 3 of 3/);
  expect([await contents(history), await contents(report)]).toEqual(before);
});

test('a scenario without a result in one browser is told as a change, and published', async () => {
  const { night } = await place();
  await night(results(20, observation()));
  const lacking = run([blockedCase('two', 'fetch', { firefox: observation() })]);
  const missing = [{ scenario: 'one', browser: 'firefox', reason: 'it crashed three times' }];
  const second = await night({ ...results(21, observation()), cases: lacking.cases, missing });
  expect(second).toMatchObject({ exitCode: 1, changes: { missing } });
});

test('where the report cannot be written, the history does not grow', async () => {
  const { night, history, report } = await place();
  await night(results(20, observation()));
  const before = [await contents(history), await contents(report)];
  const failing: Night['writeReport'] = async () => {
    throw new Error('the disk is full');
  };
  const again = nightly({
    history,
    report,
    run: async () => results(21, letThrough()),
    writeReport: failing,
  });
  await expect(again).rejects.toThrow('the disk is full');
  expect([await contents(history), await contents(report)]).toEqual(before);
  expect(
    (await night(results(21, letThrough()))).changes?.transitions,
    'the change is still to be told',
  ).toHaveLength(1);
});

test('a last run that was cut off is no first night', async () => {
  const { night, history, report } = await place();
  await night(results(20, observation()));
  const file = path.join(history, 'results.json');
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 500));
  const before = await contents(report);
  await expect(night(results(21, observation()))).rejects.toThrow(/ends in the middle/);
  expect(await contents(report)).toEqual(before);
});

test('what a night explored is kept beside its results, shown and said, and is a reason to look where it is new', async () => {
  const { night, report } = await place();
  const nothing = await night(results(20, observation()), { ...explored, discoveries: [] });
  expect(nothing.exitCode).toBe(0);
  expect(nothing.words.join('\n')).toContain(
    'Explored from seed 2026112400 for 10 minutes: 120 documents, 9500 verdicts in chromium, firefox\nExploring found nothing new.',
  );
  const found = await night(results(21, observation()), explored);
  expect(found.exitCode).toBe(1);
  expect(found.words.at(-1)).toContain('chromium: explored-1a2b3c4d: ');
  expect(loadExploration(report)).toEqual(explored);
  expect(await readFile(path.join(report, 'index.html'), 'utf8')).toContain('href="explored.html"');
  // A night without it says nothing of the one before.
  await night(results(22, observation()));
  expect(await readdir(report)).not.toContain('exploration.json');
  expect(await readdir(report)).not.toContain('explored.html');
});
