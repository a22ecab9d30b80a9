import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Journal } from '../../harness/results/journal.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

test('a line that cannot be written is written with the next one', () => {
  const journal = new Journal(temporaryDirectory());
  expect(journal.add('first')).toBeNull();
  const before = readFileSync(journal.file, 'utf8');
  rmSync(journal.file);
  // Every write there fails for want of room.
  symlinkSync('/dev/full', journal.file);
  expect(journal.add('second')).toContain('ENOSPC');
  expect(journal.add('third')).toContain('ENOSPC');
  expect(journal.lacking).toBe(2);
  rmSync(journal.file);
  writeFileSync(journal.file, before);
  expect(journal.add('fourth')).toBeNull();
  expect(readFileSync(journal.file, 'utf8')).toBe('first\nsecond\nthird\nfourth\n');
  expect(journal.lacking).toBe(0);
});

test('the journal of a run that did not end is put aside, or gone on with', () => {
  const directory = temporaryDirectory();
  new Journal(directory).add('first');
  const going = new Journal(directory, { resume: true });
  going.add('second');
  expect(readFileSync(going.file, 'utf8')).toBe('first\nsecond\n');
  const anew = new Journal(directory);
  anew.add('third');
  expect(readFileSync(anew.file, 'utf8')).toBe('third\n');
  expect(readFileSync(path.join(directory, 'journal.previous.jsonl'), 'utf8')).toBe('first\nsecond\n');
});

test('a run with wrong policies has a journal of its own', () => {
  const directory = temporaryDirectory();
  expect(new Journal(directory, { sabotaged: true }).file).not.toBe(new Journal(directory).file);
});
