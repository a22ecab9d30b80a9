import { expect, test } from '@playwright/test';
import { accept, acceptAs } from '../../harness/explore/accept.ts';
import type { Discovery, Exploration } from '../../harness/explore/explore.ts';
import { reproducedBy } from '../../harness/explore/reproduced-by.ts';
import { idOf } from '../../harness/explore/shape.ts';

const shown = {
  kind: 'specification' as const,
  says: 'violation: 2 events (report), where the specification says blocked',
  deviation: { facet: 'violation' as const, line: '2 events (report)' },
  browsers: { chromium: '156.0.1' },
  document: { policy: ['connect-src'], by: 'fetch', targets: [{ url: 'https://api.test/' }] },
};
const discovery: Discovery = { id: idOf(shown), ...shown };

const found = (...discoveries: Discovery[]): Exploration => ({
  explorationVersion: 1,
  startedAt: '2026-11-24T03:00:00.000Z',
  seed: 1,
  minutes: 1,
  documents: 1,
  browsers: {},
  invariants: {},
  known: {},
  unstable: [],
  left: 0,
  discoveries,
});

test('a discovery becomes a scenario, and a cause that matches its cases and its line and nothing else', () => {
  const { file, causes, cause } = accept(found(discovery), discovery.id, 'It checks twice.', '2026-11-24');
  const id = discovery.id;
  expect(file.scenarios[0]).toMatchObject({ id, documents: [{ blocks: [{ url: 'https://api.test/' }] }] });
  expect(causes).toBe('chromium');
  expect(cause).toMatchObject({
    id,
    facet: 'violation',
    cause: 'It checks twice.',
    since: { chromium: { version: '156.0.1', date: '2026-11-24' } },
  });
  expect([id, `${id}-more`].map((one) => new RegExp(cause.scenarios).test(one))).toEqual([true, false]);
  expect(['2 events (report)', '2 events report'].map((one) => new RegExp(cause.observed).test(one))).toEqual(
    [true, false],
  );
});

test('what several browsers show is a cause they share', () => {
  const both = { ...discovery, browsers: { chromium: '156.0.1', webkit: '2.50' } };
  expect(accept(found(both), both.id, 'So.', '2026-11-24').causes).toBe('shared');
});

test('what is not there, or is no deviation from the specification, is refused', () => {
  expect(() => accept(found(discovery), 'explored-0', 'So.', '2026-11-24')).toThrow(/No discovery is called/);
  const { deviation: _none, ...invariant } = { ...discovery, kind: 'invariant' as const };
  expect(() => accept(found(invariant), invariant.id, 'So.', '2026-11-24')).toThrow(
    /no deviation from the specification/,
  );
});

test('a discovery is filed under a cause that is recorded of its browsers, and is known by its document then', () => {
  const filed = acceptAs(found(discovery), discovery.id, 'twice', () => ['twice']);
  expect(filed).toEqual([
    { cause: 'twice', browser: 'chromium', version: '156.0.1', says: shown.says, document: shown.document },
  ]);
  expect(reproducedBy(filed, { browser: 'chromium', says: shown.says }, shown.document)).toBe('twice');
  expect(() => acceptAs(found(discovery), discovery.id, 'thrice', () => ['twice'])).toThrow(
    /--as: no cause "thrice" is recorded of chromium/,
  );
});
