import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Exploration } from '../../harness/explore/explore.ts';
import { summary, writeExploration } from '../../harness/explore/write.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { explorationBeside, loadExploration } from '../../harness/results/load-exploration.ts';

const found: Exploration = {
  explorationVersion: 1,
  startedAt: '2026-11-24T03:00:00.000Z',
  seed: 3,
  minutes: 2,
  documents: 12,
  browsers: { chromium: { version: '156.0', verdicts: 600, seconds: 5 } },
  invariants: {
    'order-of-sources': {
      states: 'The order of sources, and naming one twice, changes nothing.',
      spec: 'CSP#match-url-to-source-list',
      asked: 40,
      broken: 2,
      unexplained: 1,
    },
  },
  known: { 'query-in-source': 2 },
  unstable: [],
  left: 1,
  discoveries: [
    {
      id: 'explored-1a2b3c4d',
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
  expect(loadExploration(folder)).toEqual(found);
});

test('the summary says what was asked, what broke and what is new', () => {
  const text = summary(found);
  expect(text).toContain('| chromium | 600 | 120 |');
  expect(text).toContain('| The order of sources, and naming one twice, changes nothing. | 40 | 2 | 1 |');
  expect(text).toContain('## New: 1');
  expect(text).toContain('- query-in-source: 2');
});

test('an exploration that is not there, cut off or something else is refused in words', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'explored-'));
  const file = path.join(folder, 'exploration.json');
  expect(explorationBeside(folder)).toBeNull();
  expect(() => loadExploration(folder)).toThrow('There is no exploration at');
  writeFileSync(file, '{"seed": 1');
  expect(() => explorationBeside(folder)).toThrow('ends in the middle');
  writeFileSync(file, JSON.stringify({ ...found, seed: -1 }));
  expect(() => loadExploration(file)).toThrow('is not as the schema of explorations says: seed');
});
