import type { Changes } from '../../harness/compare/changes.ts';
import type { History } from '../../harness/compare/history.ts';
import type { BrowserRecord } from '../../harness/results/schema.ts';
import { results } from './fixture.ts';
import { hostile } from './hostile.ts';

/** A synthetic past for the fixture: two runs, and what is not the same in them. */

const standing = { verdict: 'blocked', status: 'conforms', deviates: [], outcome: hostile } as const;
const run = (startedAt: string) => ({ startedAt, generator: 'synthetic', corpus: 'synthetic' });

const [, firefox, webkit] = results.browsers as [BrowserRecord, BrowserRecord, BrowserRecord];

export const changes: Changes = {
  from: run('2026-01-01T03:04:05Z'),
  to: run(results.startedAt),
  browsers: [
    { name: 'firefox', from: null, to: firefox },
    { name: 'webkit', from: { ...webkit, os: 'Synthetic 0' }, to: webkit },
  ],
  added: [`new/1/fetch/${hostile}`],
  removed: ['gone/1/fetch/https://third.test/'],
  redefined: [
    {
      case: 'host-must-match/1/fetch/https://third.test/x',
      from: { expected: 'allowed', spec: 'blocked' },
      to: { expected: 'blocked', spec: 'blocked' },
    },
  ],
  missing: [
    { scenario: 'never-ran', browser: 'chromium', reason: 'the browser did not start' },
    { scenario: 'without-any-result', browser: 'chromium', reason: 'the browser did not start' },
  ],
  transitions: [
    {
      case: 'host-must-match/1/fetch/https://third.test/x',
      mechanism: 'fetch',
      url: 'https://third.test/x',
      browser: 'firefox',
      kind: 'new deviation',
      direction: 'worse',
      from: { ...standing, deviates: [] },
      to: { ...standing, verdict: 'leaked', status: 'new deviation', deviates: ['enforcement'] },
    },
    {
      case: 'websocket-schemes/1/WebTransport/https://page.test/',
      mechanism: 'WebTransport',
      url: 'https://page.test/',
      browser: 'chromium',
      kind: 'fixed deviation',
      direction: 'better',
      from: { ...standing, deviates: ['violation'] },
      to: { ...standing, deviates: [] },
    },
  ],
};

const record = (startedAt: string, security: number, since: Changes | null): History['runs'][number] => ({
  historyVersion: 1,
  startedAt,
  finishedAt: startedAt,
  generator: 'synthetic',
  corpus: { hash: 'synthetic', scenarios: 6, cases: 6 },
  browsers: results.browsers,
  deviations: {
    chromium: { security: 0, compatibility: 0, reporting: 1 },
    firefox: { security, compatibility: 2, reporting: 0 },
    webkit: { security: 1, compatibility: 0, reporting: 1 },
  },
  changes: since,
});

export const history: History = {
  runs: [record('2026-01-01T03:04:05Z', 0, null), record(results.startedAt, 1, changes)],
};
