import { expect, test } from '@playwright/test';
import { deviationBand, mechanismBand, spanOf, type VersionCell } from '../../harness/report/version-band.ts';
import { shortVersion, sinceInWords, spanInWords } from '../../harness/report/version-span.ts';
import type { TimelineRecord } from '../../harness/results/schema.ts';
import type { VersionSpan } from '../../harness/results/span.ts';

const span: VersionSpan = {
  ...{ oldest: '92', since: null, notIn: null, lackedIn: null, until: null, last: '156' },
};
const inWords = (changes: Partial<VersionSpan>): string => spanInWords({ ...span, ...changes }, (one) => one);

test('a span says what was measured, and where a change lies between two versions', () => {
  expect(inWords({})).toBe('seen from 92 (the oldest measured) to 156 (the newest measured)');
  expect(inWords({ since: '106', notIn: '103' })).toBe(
    'appeared between 103 and 106; still there in 156 (the newest measured)',
  );
  expect(inWords({ since: '104', notIn: '103', last: '110', until: '119' })).toBe(
    'appeared in 104; went away between 110 and 119',
  );
  expect(inWords({ since: '156', lackedIn: '116' })).toBe(
    'seen since 156 (the newest measured); 116 lacks what is tested',
  );
});

test('a span of results that did not tell its end claims no end', () => {
  const { last: _, ...old } = span;
  expect(spanInWords(old, (one) => one)).toBe('seen from 92 (the oldest measured) on');
  expect(spanInWords({ ...old, since: '106', notIn: '103', until: '119' }, (one) => one)).toBe(
    'appeared between 103 and 106; went away in 119 or before it',
  );
});

test('a version is told as its releases are known, and a first one as compatibility tables do', () => {
  expect(shortVersion('92.0.4512.0', 'chromium')).toBe('92');
  expect(shortVersion('2.50.6', 'webkit')).toBe('2.50.6');
  expect(shortVersion('2.50.6', undefined)).toBe('2.50.6');
  expect(sinceInWords(span, (one) => one)).toBe('since ≤92');
  expect(sinceInWords({ ...span, since: '106' }, (one) => one)).toBe('since 106');
});

const range = ['a', 'b', 'c', 'd', 'e'];
const timeline = (seen: TimelineRecord['seen'][string]): TimelineRecord => ({
  ...{ product: 'p', browsers: ['chromium'], range, versions: [], complete: true, deviations: [] },
  mechanisms: { fetch: 'one' },
  seen: { one: seen },
});
const brief = (cells: readonly VersionCell[]) =>
  cells.map(({ how, answer }) => `${how[0]}:${answer?.mark ?? '-'}:${answer?.words ?? ''}`);

test('between two versions that show the same a version is taken to show it, and else it is not known', () => {
  const witness = { id: 'x', case: 'one', line: 'enforcement: allowed' };
  const of = (seen: TimelineRecord['seen'][string]) => deviationBand(timeline(seen), witness, 'security');
  expect(brief(of({ a: [], c: [], e: ['enforcement: allowed', 'violation: no event'] }))).toEqual([
    'm:-:not shown',
    't:-:not shown',
    'm:-:not shown',
    'u:-:',
    'm:security:shown',
  ]);
  expect(brief(of({ a: ['unsupported'], b: null, e: ['enforcement: allowed'] }))).toEqual([
    'm:unsupported:lacks what is tested',
    'm:inconclusive:could not tell',
    'u:-:',
    'u:-:',
    'm:security:shown',
  ]);
  expect(brief(of({}))).toEqual(range.map(() => 'u:-:'));
});

test('a mechanism is blocked, blocked and told otherwise, let out, or not there', () => {
  const cells = mechanismBand(
    timeline({
      ...{ a: ['unsupported'], b: ['enforcement: allowed'], c: ['outcome: returns', 'violation: no event'] },
      ...{ d: ['violation: no event'], e: [] },
    }),
    'one',
  );
  expect(brief(cells)).toEqual([
    'm:unsupported:unsupported',
    'm:security:not blocked',
    'm:compatibility:blocked; outcome: returns; violation: no event',
    'm:reporting:blocked; violation: no event',
    'm:conforms:blocked',
  ]);
});

test('a span is made of what was measured alone', () => {
  const cells = mechanismBand(
    timeline({ a: ['enforcement: allowed'], c: [], d: null, e: ['unsupported'] }),
    'one',
  );
  const blocked = (one: { mark: string | null }) => one.mark === 'conforms';
  expect(spanOf(cells, blocked, (name) => name.toUpperCase())).toEqual({
    ...{ oldest: 'A', since: 'C', notIn: 'A', lackedIn: null, until: 'E', last: 'C' },
  });
  expect(
    spanOf(
      cells,
      () => false,
      (name) => name,
    ),
  ).toBeNull();
});
