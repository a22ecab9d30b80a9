import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fetchHistory } from '../../../harness/cli/nightly/fetch-history.ts';
import { nightly } from '../../../harness/cli/nightly/nightly.ts';
import { readHistory, readLastRun } from '../../../harness/compare/history-directory.ts';
import { UserError } from '../../../harness/errors.ts';
import { blockedCase, observation, run } from '../../results/synthetic-results.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

let server: Server;
let site: string;
let root: string;
/** What the server answers with in place of a file; 0 for the file. */
let status = 0;

test.beforeEach(async () => {
  status = 0;
  root = temporaryDirectory();
  server = createServer(async ({ url }, response) => {
    const file = await readFile(path.join(root, url ?? '')).catch(() => null);
    response.writeHead(status || (file ? 200 : 404)).end(file ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(() => new Promise((resolve) => server.close(resolve)));

const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);

/** Publishes one night in the directory that the server serves. */
async function publishNight(): Promise<void> {
  const history = path.join(root, 'kept');
  await nightly({
    history,
    report: path.join(root, 'site'),
    run: async () => results,
    writeReport: async () => {},
  });
}

async function emptyDirectory(): Promise<string> {
  return path.join(temporaryDirectory(), 'history');
}

test('an empty directory goes on from what is published, with or without a slash', async () => {
  await publishNight();
  for (const address of [`${site}/site`, `${site}/site/`]) {
    const directory = await emptyDirectory();
    expect(await fetchHistory(address, directory)).toBe(true);
    expect(await readLastRun(directory)).toEqual(results);
    expect(await readHistory(directory)).toEqual(await readHistory(path.join(root, 'kept')));
  }
});

test('before the first night there is nothing to take over', async () => {
  const directory = await emptyDirectory();
  expect(await fetchHistory(site, directory)).toBe(false);
  expect(await readLastRun(directory)).toBeNull();
});

test('a history that is already there is kept', async () => {
  await publishNight();
  status = 500;
  expect(await fetchHistory(`${site}/site`, path.join(root, 'kept'))).toBe(false);
});

test('an address that is none is a mistake that is explained', async () => {
  const directory = await emptyDirectory();
  for (const address of ['example.org/x', 'https://', 'file:///report']) {
    const fetched = fetchHistory(address, directory);
    await expect(fetched).rejects.toThrow(UserError);
    await expect(fetched).rejects.toThrow(`--published: "${address}" is not an http(s) URL`);
  }
});

test('a site that does not answer, or answers with less than it names, is no first night', async () => {
  await publishNight();
  const directory = await emptyDirectory();
  status = 503;
  await expect(fetchHistory(`${site}/site`, directory)).rejects.toThrow(/it answered 503/);
  status = 0;
  await rm(path.join(root, 'site', 'results.json'));
  await expect(fetchHistory(`${site}/site`, directory)).rejects.toThrow(/results\.json is not there/);
  await writeFile(path.join(root, 'site', 'history', 'index.json'), '{"runs": ["../../x.json"]}');
  await expect(fetchHistory(`${site}/site`, directory)).rejects.toThrow(UserError);
  expect(await readLastRun(directory)).toBeNull();
});
