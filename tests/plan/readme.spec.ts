import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadCorpus } from '../../harness/plan/load.ts';

test('the README says how many cases the corpus has', async () => {
  const { scenarios } = await loadCorpus();
  const count = scenarios.reduce((all, { cases }) => all + cases.length, 0);
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(`${count.toLocaleString('en')} cases in each`);
});
