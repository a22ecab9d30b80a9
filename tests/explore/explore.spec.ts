import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Exploration } from '../../harness/explore/explore.ts';
import { summary, writeExploration } from '../../harness/explore/write.ts';
import { loadCorpus } from '../../harness/plan/load.ts';

const found: Exploration = {
  seed: 3,
  documents: 12,
  rates: { chromium: { verdicts: 600, seconds: 5 } },
  invariants: { 'order-of-sources': { asked: 40, broken: 2, unexplained: 1 } },
  known: { 'query-in-source': 2 },
  unstable: [],
  left: 1,
  discoveries: [
    {
      kind: 'specification',
      says: 'enforcement: allowed, where the specification says blocked',
      deviation: { facet: 'enforcement', line: 'allowed' },
      browsers: { chromium: '156.0', webkit: '2.50' },
      document: { policy: ['connect-src api.test//'], by: 'fetch', targets: [{ url: 'https://api.test//' }] },
    },
  ],
};

test('a discovery is written as a scenario that the harness takes, with what the specification says of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'explored-'));
  writeExploration(found, folder);
  const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('explored-'));
  const { scenarios } = await loadCorpus(path.join(folder, file));
  expect(scenarios.flatMap(({ cases }) => cases.map(({ expected }) => expected))).toEqual(['blocked']);
  expect(JSON.parse(readFileSync(path.join(folder, 'exploration.json'), 'utf8'))).toEqual(found);
});

test('the summary says what was asked, what broke and what is new', () => {
  const text = summary(found);
  expect(text).toContain('| chromium | 600 | 120 |');
  expect(text).toContain('| The order of sources, and naming one twice, changes nothing. | 40 | 2 | 1 |');
  expect(text).toContain('## New: 1');
  expect(text).toContain('- query-in-source: 2');
});
