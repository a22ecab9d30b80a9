import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../harness/report/write-report.ts';
import { claimFolder, requireReplaceable } from '../../harness/results/our-folder.ts';
import { writeResults } from '../../harness/results/write-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { blockedCase, observation, run } from './synthetic-results.ts';

const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);

/** A folder with one file of a user's. */
function folderOf(name: string): string {
  const directory = temporaryDirectory();
  mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
  writeFileSync(path.join(directory, name), 'mine');
  return directory;
}

for (const name of ['thesis.tex', 'scenario/scene-1.txt', 'results.json'])
  test(`a folder with ${name} of somebody else's is refused, and stays as it is`, () => {
    const directory = folderOf(name);
    for (const ask of [claimFolder, requireReplaceable])
      expect(() => ask(directory)).toThrow(
        /holds files that the harness did not write: [\s\S]*Nothing was changed/,
      );
    expect(readFileSync(path.join(directory, name), 'utf8')).toBe('mine');
    expect(existsSync(path.join(directory, '.connect-src.json'))).toBe(false);
  });

test('a new folder, an empty one and one of ours are taken, again and again', async () => {
  const directory = path.join(temporaryDirectory(), 'new/report');
  for (let run = 0; run < 2; run++) {
    claimFolder(directory);
    claimFolder(directory);
    await writeResults(results, directory);
    await writeReport(results, directory);
    requireReplaceable(directory);
  }
});

test('a file of somebody else’s that came into a folder of ours is not deleted with it', async () => {
  const directory = temporaryDirectory();
  claimFolder(directory);
  await writeResults(results, directory);
  await writeReport(results, directory);
  writeFileSync(path.join(directory, 'notes.txt'), 'mine');
  claimFolder(directory);
  expect(() => requireReplaceable(directory)).toThrow('did not write: notes.txt.');
  writeFileSync(path.join(directory, 'scenario/notes.html'), 'mine');
  expect(() => claimFolder(directory)).toThrow('did not write: scenario/notes.html.');
});

test('a folder of results from before there were manifests is ours', async () => {
  const directory = temporaryDirectory();
  await writeResults(results, directory);
  claimFolder(directory);
});

test('a file, and a place below one, cannot be a folder', () => {
  const file = path.join(folderOf('file'), 'file');
  for (const place of [file, path.join(file, 'below')])
    expect(() => claimFolder(place)).toThrow(/cannot be written: it, or a folder above it, is a file/);
});
