import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { rules } from '../../harness/advice/rules.ts';

const root = path.resolve(import.meta.dirname, '../..');
const namesIn = (folder: string, end: string) =>
  readdirSync(path.join(root, folder)).map((file) => file.replace(end, ''));

test('every rule speaks, has the name of its file, and a test', () => {
  const ids = rules.map(({ id }) => id).sort();
  expect(ids).toEqual(namesIn('harness/advice/rules', '.ts').sort());
  expect(ids).toEqual(namesIn('tests/advice/rules', '.spec.ts').sort());
});

test('every rule answers a question', () => {
  for (const { id, asks } of rules) expect(asks, id).toMatch(/\?$/);
});
