import { readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { diff } from '../../harness/compare/diff.ts';
import { datedTransitions, deviationsOverTime } from '../../harness/compare/history.ts';
import { addRun, readHistory, readLastRun } from '../../harness/compare/history-directory.ts';
import { recordRun } from '../../harness/compare/run-record.ts';
import { UserError } from '../../harness/errors.ts';
import { historyPicture } from '../../harness/report/history-picture.ts';
import type { Results } from '../../harness/results/schema.ts';
import { blockedCase, firefox, letThrough, observation, run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function night(day: number, version: string, seen: ReturnType<typeof observation>): Results {
  return run(
    [blockedCase('one', 'fetch', { firefox: seen }), blockedCase('two', 'fetch', { firefox: observation() })],
    {
      startedAt: `2026-11-${day}T03:00:00.000Z`,
      finishedAt: `2026-11-${day}T03:09:00.000Z`,
      browsers: [{ ...firefox, version }],
    },
  );
}

/** Three nights: all well, a deviation, all well again. */
async function threeNights(): Promise<string> {
  const directory = path.join(temporaryDirectory(), 'past');
  for (const results of [
    night(20, '153.0', observation()),
    night(21, '154.0', letThrough()),
    night(22, '155.0', observation()),
  ]) {
    const last = await readLastRun(directory);
    await addRun(directory, recordRun(results, last && diff(last, results)), results);
  }
  return directory;
}

test('a directory that is not there is a history without runs', async () => {
  const directory = path.join(os.tmpdir(), 'no-such-history');
  expect(await readHistory(directory)).toEqual({ runs: [] });
  expect(await readLastRun(directory)).toBeNull();
});

test('transitions have the dates and versions of their runs, oldest first', async () => {
  const history = await readHistory(await threeNights());
  expect(
    datedTransitions(history).map((one) => [one.case, one.at.slice(0, 10), one.version, one.kind]),
  ).toEqual([
    ['one/1/fetch/https://third.test/', '2026-11-21', '154.0', 'new deviation'],
    ['one/1/fetch/https://third.test/', '2026-11-22', '155.0', 'fixed deviation'],
  ]);
});

test('deviations over time are counted by browser and by what they mean', async () => {
  const [series, ...others] = deviationsOverTime(await readHistory(await threeNights()));
  expect(others).toEqual([]);
  expect(series?.browser).toBe('firefox');
  expect(series?.points.map(({ version, counts }) => [version, counts.security, counts.reporting])).toEqual([
    ['153.0', 0, 0],
    ['154.0', 1, 0],
    ['155.0', 0, 0],
  ]);
});

test('the index names the runs, for readers that cannot list a directory', async () => {
  const directory = await threeNights();
  const runs = await readdir(path.join(directory, 'runs'));
  expect(runs.sort()).toEqual([
    '2026-11-20T03-00-00-000Z.json',
    '2026-11-21T03-00-00-000Z.json',
    '2026-11-22T03-00-00-000Z.json',
  ]);
  expect(JSON.parse(await readFile(path.join(directory, 'index.json'), 'utf8'))).toEqual({ runs });
});

test('a run that was cut off is named, not skipped', async () => {
  const directory = await threeNights();
  await writeFile(
    path.join(directory, 'runs', '2026-11-21T03-00-00-000Z.json'),
    '{"historyVersion": 1, "star',
  );
  await expect(readHistory(directory)).rejects.toThrow(UserError);
  await expect(readHistory(directory)).rejects.toThrow(/2026-11-21T03-00-00-000Z\.json ends in the middle/);
});

test('the picture says in words what it draws, and takes names for text', async () => {
  const history = await readHistory(await threeNights());
  const picture = historyPicture(history);
  expect(picture).toContain('role="img"');
  expect(picture).toContain(
    'firefox: 0 security, 0 compatibility, 0 reporting on 2026-11-20 in version 153.0',
  );
  expect(picture).not.toMatch(/<script|style=|href=|\son\w+=|NaN|undefined/);
  const hostile = structuredClone(history);
  for (const each of hostile.runs) {
    each.browsers = [{ ...firefox, name: '<b>"&' }];
    each.deviations = { '<b>"&': { security: 1, compatibility: 0, reporting: 0 } };
  }
  expect(historyPicture(hostile)).not.toContain('<b>');
  expect(historyPicture({ runs: [] })).toBe('');
});
