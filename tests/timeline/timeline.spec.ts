import { expect, test } from '@playwright/test';
import { spansOf, timelineFile } from '../../harness/expectations/timeline-file.ts';
import { timelineOf } from '../../harness/timeline/timeline.ts';
import { mechanismCases, witnessesOf } from '../../harness/timeline/witnesses.ts';

const range = ['chromium-92', 'chromium-103', 'chromium'];
const version = (name: string, version: string) => ({
  ...{ name, version, engine: 'chromium' as const, os: 'Linux', drivenBy: 'Playwright' },
  ...{ source: 'a package', date: '2026-11-24' },
});
const witness = (deviation: string, one = 's/d/fetch/t') => ({
  deviation,
  case: one,
  line: `violation: ${deviation}`,
});

const file = timelineOf(
  {
    product: 'chromium',
    range,
    versions: [
      version('chromium', '156.0'),
      version('chromium-92', '92.0'),
      version('chromium-103', '103.0'),
    ],
    seen: {
      's/d/fetch/t': {
        'chromium-92': ['violation: old'],
        'chromium-103': ['violation: new', 'violation: old'],
        chromium: ['violation: new'],
      },
      's/d/WebTransport/t': {
        'chromium-92': ['unsupported'],
        'chromium-103': ['violation: api'],
        chromium: ['violation: api'],
      },
    },
  },
  [witness('old'), witness('new'), witness('api', 's/d/WebTransport/t'), witness('gone')],
  { fetch: 's/d/fetch/t', WebSocket: 's/d/WebSocket/t' },
);

test('a deviation is told from which version to which it is seen', () => {
  expect(file.deviations).toEqual([
    { id: 'old', case: 's/d/fetch/t', line: 'violation: old', since: null, until: 'chromium' },
    {
      ...{ id: 'new', case: 's/d/fetch/t', line: 'violation: new' },
      ...{ since: 'chromium-103', notIn: 'chromium-92', until: null },
    },
    {
      ...{ id: 'api', case: 's/d/WebTransport/t', line: 'violation: api' },
      ...{ since: 'chromium-103', lackedIn: 'chromium-92', until: null },
    },
  ]);
});

test('a mechanism has the case that stands for it, where that was measured', () => {
  expect(file.mechanisms).toEqual({ fetch: 's/d/fetch/t' });
});

test('results carry the versions themselves', () => {
  expect(spansOf(file).get('new')).toEqual({
    ...{ oldest: '92.0', last: '156.0', since: '103.0', until: null, notIn: '92.0', lackedIn: null },
  });
  expect(spansOf(null).size).toBe(0);
});

test('the file is in the order of its versions, is complete, and is what its schema says', () => {
  expect(file.versions.map(({ name }) => name)).toEqual(range);
  expect(file.complete).toBe(true);
  expect(file.changes.map(({ in: since, what, line }) => [since, what, line])).toEqual([
    ['chromium-103', 'went away', 'unsupported'],
    ['chromium-103', 'appeared', 'violation: api'],
    ['chromium-103', 'appeared', 'violation: new'],
    ['chromium', 'went away', 'violation: old'],
  ]);
  expect(timelineFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
});

test('one case stands for as many deviations as it can, by their most frequent line', () => {
  const recorded = (id: string, observed: Record<string, Record<string, string[]>>) => ({
    ...{ id, facet: 'violation' as const, kind: 'reporting' as const, spec: 'blocked', observed },
  });
  const witnesses = witnessesOf([
    recorded('a', { often: { s: ['1', '2'] }, seldom: { s: ['3'] } }),
    recorded('b', { other: { s: ['2', '4'] } }),
  ]);
  expect(witnesses).toEqual([
    { deviation: 'a', case: 's/2', line: 'violation: often' },
    { deviation: 'b', case: 's/2', line: 'violation: other' },
  ]);
});

test('for each mechanism there is one plain case that has to be blocked', () => {
  const one = (
    id: string,
    mechanism: string,
    expected = 'blocked',
    context = 'frame',
    redirects: unknown[] = [],
    allowlist: string[] = [],
  ) => ({
    ...{ id, mechanism: { name: mechanism }, expected, target: { redirects } },
    document: { context: { name: context }, allowlist, allowlistReportOnly: [] },
  });
  const cases = [
    one('5', 'fetch'),
    one('4', 'fetch'),
    one('3', 'fetch', 'blocked', 'frame', [{}]),
    one('2', 'fetch', 'blocked', 'worker'),
    one('1', 'fetch', 'allowed'),
    one('0', 'fetch', 'blocked', 'frame', [], ['()']),
    one('6', 'WebSocket'),
  ];
  expect(mechanismCases(cases)).toEqual({ fetch: '4', WebSocket: '6' });
});
