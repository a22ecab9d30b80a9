import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { replaceDirectory } from '../../../harness/cli/nightly/replace-directory.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

/** A directory with one file that says `text`. */
async function directoryWith(text: string): Promise<string> {
  const directory = path.join(temporaryDirectory(), 'site');
  await mkdir(directory);
  await writeFile(path.join(directory, 'page'), text);
  return directory;
}

const textIn = (directory: string) => readFile(path.join(directory, 'page'), 'utf8');
const fillWith = (text: string) => (next: string) => writeFile(path.join(next, 'page'), text);
const siblings = (directory: string) => readdir(path.dirname(directory));

test('the new directory is there, whole, and nothing else', async () => {
  const directory = await directoryWith('old');
  await writeFile(path.join(directory, 'gone tomorrow'), '');
  await replaceDirectory(directory, fillWith('new'));
  expect(await textIn(directory)).toBe('new');
  expect(await readdir(directory)).toEqual(['.connect-src.json', 'page']);
  expect(await siblings(directory)).toEqual(['site']);
});

test('the old directory stays while the new one is written, and where that fails', async () => {
  const directory = await directoryWith('old');
  const replacing = replaceDirectory(directory, async (next) => {
    await fillWith('half')(next);
    expect(await textIn(directory)).toBe('old');
    throw new Error('cut off');
  });
  await expect(replacing).rejects.toThrow('cut off');
  expect(await textIn(directory)).toBe('old');
  expect(await siblings(directory)).toEqual(['site']);
});

test('a replacement that died between its two renames is undone by the next', async () => {
  const directory = await directoryWith('old');
  const aside = (what: string) => path.join(path.dirname(directory), `.site.connect-src-${what}`);
  await rename(directory, aside('old'));
  await mkdir(aside('next'));
  await expect(
    replaceDirectory(directory, async () => {
      throw new Error('cut off again');
    }),
  ).rejects.toThrow('cut off again');
  expect(await textIn(directory)).toBe('old');
  expect(await siblings(directory)).toEqual(['site']);
});
