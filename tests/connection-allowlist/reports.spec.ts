import { expect, test } from '@playwright/test';
import { compareAllowlistReports, isOfAllowlist } from '../../harness/judge/facets/allowlist-reports.ts';
import type { AllowlistReport } from '../../harness/spec/explain.ts';
import type { LedgerEntry } from '../../servers/index.ts';
import { arrived } from '../judge/fixture.ts';

const expected: AllowlistReport = {
  url: 'https://page.test/',
  connection: 'https://third.test/',
  allowlist: ['https://page.test'],
  disposition: 'enforce',
  endpoint: 'reports',
};

const report = (changes: Record<string, unknown> = {}): LedgerEntry => {
  const { endpoint: _, ...body } = expected;
  return {
    ...arrived(0, 'report'),
    report: { type: 'connection-allowlist', url: expected.url, body: { ...body, ...changes } },
  };
};

const differences = (reports: LedgerEntry[], all = [expected]) => [...compareAllowlistReports(reports, all)];

test('the report that the draft sends', () => {
  expect(differences([report()])).toEqual([]);
  expect(differences([], [])).toEqual([]);
});

test('one that stays out, and one too many', () => {
  expect(differences([])).toEqual(['no report of the allowlist (enforce)']);
  expect(differences([report(), report()])).toEqual([
    'a report of the allowlist that the draft does not send (enforce)',
  ]);
  expect(differences([report({ disposition: 'report' })])).toEqual([
    'no report of the allowlist (enforce)',
    'a report of the allowlist that the draft does not send (report)',
  ]);
});

test('each end of a WebRTC connection may report', () => {
  const all = [{ ...expected, connection: 'webrtc' }];
  expect(differences([report({ connection: 'webrtc' }), report({ connection: 'webrtc' })], all)).toEqual([]);
});

for (const [changes, difference] of [
  [{ url: 'https://other.test/' }, 'url of the allowlist’s report differs'],
  [{ connection: undefined }, 'connection is missing'],
  [{ connection: 'https://third.test/next' }, 'connection differs'],
  [{ allowlist: [] }, 'allowlist differs'],
] as const)
  test(`a field that is wrong: ${difference}`, () => {
    expect(differences([report(changes)])).toEqual([difference]);
  });

test('only what the Reporting API calls so is of an allowlist', () => {
  const csp = { ...report(), report: { type: 'csp-violation', body: {} } };
  expect([report(), csp, { ...csp, report: null }].map(isOfAllowlist)).toEqual([true, false, false]);
});
