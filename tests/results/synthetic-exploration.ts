import type { ExplorationRecord } from '../../harness/results/exploration-schema.ts';

/** A synthetic exploration: no browser did any of this. */
export const explored: ExplorationRecord = {
  explorationVersion: 1,
  startedAt: '2026-11-24T03:40:00.000Z',
  seed: 2026112400,
  minutes: 10,
  documents: 120,
  browsers: {
    chromium: { version: '156.0.1', verdicts: 5000, seconds: 50 },
    firefox: { version: '153.0', verdicts: 4500, seconds: 90 },
  },
  invariants: {
    held: {
      states: 'One more policy never lets more out.',
      spec: 'CSP#should-block-request',
      asked: 1500,
      broken: 0,
      unexplained: 0,
    },
    explained: {
      states: 'Exactly one event is fired for each policy that blocks a connection.',
      spec: 'CSP#should-block-request',
      asked: 800,
      broken: 12,
      unexplained: 0,
    },
    broken: {
      states: 'The order of sources, and naming one twice, changes nothing.',
      spec: 'CSP#match-url-to-source-list',
      asked: 700,
      broken: 3,
      unexplained: 1,
    },
    'not-asked': {
      states: 'Two policies let out what each of them alone lets out, and nothing else.',
      spec: 'CSP#should-block-request',
      asked: 0,
      broken: 0,
      unexplained: 0,
    },
  },
  known: { 'query-in-source': 4 },
  unstable: ['firefox: violation: no event (enforce)'],
  left: 2,
  discoveries: [
    {
      id: 'explored-1a2b3c4d',
      kind: 'specification',
      says: 'enforcement: allowed, where the specification says blocked',
      deviation: { facet: 'enforcement', line: 'allowed' },
      browsers: { chromium: '156.0.1' },
      document: { policy: ['connect-src api.test//'], by: 'fetch', targets: [{ url: 'https://api.test//' }] },
    },
  ],
};
