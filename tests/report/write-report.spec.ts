import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../harness/report/write-report.ts';
import { results as schema } from '../../harness/results/schema.ts';
import { results } from './fixture.ts';

let directory: string;
test.beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'report-'));
});
test.afterEach(() => rm(directory, { recursive: true }));

test('the fixture is what a results file may hold', () => {
  schema.parse(results);
});

test('a report replaces the one before, and leaves other files alone', async () => {
  await writeFile(join(directory, 'results.json'), '{}');
  await writeReport(results, directory);
  await writeReport({ ...results, scenarios: results.scenarios.slice(0, 1) }, directory);
  expect(await readdir(join(directory, 'scenario'))).toEqual(['host-must-match.html']);
  expect(await readFile(join(directory, 'results.json'), 'utf8')).toBe('{}');
  // The list of our own files stays; nothing half written does.
  expect((await readdir(directory)).filter((name) => name.startsWith('.'))).toEqual(['.connect-src.json']);
});

test('a report that cannot be made leaves the last good one whole', async () => {
  await writeReport(results, directory);
  const before = await readFile(join(directory, 'index.html'), 'utf8');
  const broken = { ...results, cases: [...results.cases, null as never] };
  await expect(writeReport(broken, directory)).rejects.toThrow();
  expect(await readFile(join(directory, 'index.html'), 'utf8')).toBe(before);
  // The list of our own files stays; nothing half written does.
  expect((await readdir(directory)).filter((name) => name.startsWith('.'))).toEqual(['.connect-src.json']);
});

test('nothing is written outside of the directory', async () => {
  const inner = join(directory, 'a', 'b');
  await writeReport(results, inner);
  expect(await readdir(directory)).toEqual(['a']);
  expect(await readdir(join(directory, 'a'))).toEqual(['b']);
});
