import { execFile } from 'node:child_process';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { changes } from '../../harness/compare/changes.ts';
import { loadResults } from '../../harness/results/load-results.ts';
import type { Results } from '../../harness/results/schema.ts';
import { writeResults } from '../../harness/results/write-results.ts';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

// Each command is a process of its own, and a busy machine starts them slowly.
test.setTimeout(300_000);

const root = path.resolve(import.meta.dirname, '../..');

/** What the command says and how it ends. */
function connectSrc(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['harness/connect-src.js', ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const fine = run([blockedCase('one', 'fetch', { firefox: observation() })]);
const broken = run([blockedCase('one', 'fetch', { firefox: letThrough() })]);

async function written(results: Results): Promise<string> {
  const directory = temporaryDirectory();
  await writeResults(results, directory);
  return directory;
}

test('diff says what got worse, in words or as JSON, and ends with 1; the other way round with 0', async () => {
  const [a, b] = [await written(fine), await written(broken)];
  const worse = await connectSrc('diff', a, b);
  expect([worse.code, worse.err]).toEqual([1, '']);
  expect(worse.out).toContain('Got worse (1):');
  const better = await connectSrc('diff', b, a, '--json');
  expect(better.code).toBe(0);
  expect(changes.parse(JSON.parse(better.out)).transitions).toMatchObject([{ direction: 'better' }]);
});

test('results that cannot be read end with 2 and a message without a stack, and leave the report alone', async () => {
  const good = await written(fine);
  const cut = await written(fine);
  const newer = await written(fine);
  const file = (directory: string) => path.join(directory, 'results.json');
  const text = await readFile(file(good), 'utf8');
  await writeFile(file(cut), text.slice(0, text.length / 2));
  await writeFile(file(newer), text.replace(/"schemaVersion": \d+/, '"schemaVersion": 99'));
  const other = await written({ ...fine, corpus: { ...fine.corpus, hash: 'another' } });
  const target = await written(broken);
  const before = [
    await readdir(target),
    await readFile(file(target), 'utf8'),
    (await stat(file(target))).mtimeMs,
  ];
  const refused = [
    [await connectSrc('merge', good, cut, '-o', target), 'ends in the middle'],
    [await connectSrc('merge', good, other, '-o', target), 'different corpora'],
    [await connectSrc('report', newer, '-o', target), 'schema version 99, newer than'],
  ] as const;
  for (const [{ code, out, err }, message] of refused) {
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  }
  expect([
    await readdir(target),
    await readFile(file(target), 'utf8'),
    (await stat(file(target))).mtimeMs,
  ]).toEqual(before);
});

test('merge joins shards into one report, and ends with 1 where something is missing, which it names', async () => {
  const shards = [
    await written({ ...fine, shards: { total: 2, present: [1] } }),
    await written({
      ...run([blockedCase('two', 'fetch', { firefox: observation() })]),
      shards: { total: 2, present: [2] },
    }),
  ];
  const target = path.join(temporaryDirectory(), 'report');
  const whole = await connectSrc('merge', ...shards, '--output', target);
  expect([whole.code, whole.err]).toEqual([0, '']);
  expect((await loadResults(target)).cases).toHaveLength(2);
  expect(await readdir(target)).toEqual(expect.arrayContaining(['index.html', 'results.json']));
  const half = await connectSrc('merge', String(shards[0]), '--output', target, '--expect', 'firefox,safari');
  expect(half.code).toBe(1);
  expect(half.err).toContain('Missing: shard 2 of 2');
  expect(half.err).toContain('in safari');
});

test('a report of results under another name asks where it goes, and takes them along', async () => {
  const directory = await written(broken);
  const named = path.join(directory, 'yesterday.json');
  await rename(path.join(directory, 'results.json'), named);
  const refused = await connectSrc('report', named);
  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.err).toMatch(/yesterday\.json is not called results\.json.*\n.*-o DIR/);
  expect(await readdir(directory)).not.toContain('index.html');
  const target = path.join(directory, 'report');
  expect((await connectSrc('report', named, '-o', target)).code).toBe(0);
  expect(await loadResults(target)).toEqual(broken);
  expect((await connectSrc('report', path.join(target, 'results.json'))).code).toBe(0);
});

test('what a run had finished when it was killed becomes a report', async () => {
  const directory = temporaryDirectory();
  const journal = path.join(directory, 'journal.jsonl');
  await writeFile(journal, `${JSON.stringify(broken)}\n{"schemaVersion": 2, "gen`);
  expect((await connectSrc('report', journal)).code, 'where to, is not said').toBe(2);
  const target = path.join(directory, 'report');
  const { code, err } = await connectSrc('report', journal, '-o', target);
  expect([code, err]).toEqual([0, '']);
  expect(await readdir(target)).toContain('index.html');
  expect(await loadResults(target)).toEqual(broken);
});

test('export writes every format to a file or to the terminal', async () => {
  const results = await written(fine);
  const file = path.join(results, 'out.csv');
  expect((await connectSrc('export', '--format', 'csv', results, '-o', file)).out).toBe('');
  expect(await readFile(file, 'utf8')).toContain('one/1/fetch');
  expect((await connectSrc('export', '--format', 'markdown', results)).out).toContain(
    '# connect-src conformance',
  );
  expect(
    JSON.parse((await connectSrc('export', '--format', 'wptreport', results)).out).run_info.product,
  ).toBe('firefox');
  const unknown = await connectSrc('export', '--format', 'wptreport', '--browser', 'opera', results);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    'The results have no browser opera.\n  They have: firefox.\n',
  ]);
});
