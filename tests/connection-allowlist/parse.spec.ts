import { expect, test } from '@playwright/test';
import type { ConnectionAllowlist } from '../../harness/connection-allowlist/allowlist.ts';
import { parseResponseAllowlists } from '../../harness/connection-allowlist/parse-response.ts';
import type { Run } from '../../harness/connection-allowlist/run.ts';

/** A run that keeps what its steps did, in words. */
function recording(): { run: Run; steps: string[] } {
  const steps: string[] = [];
  const step: Run['step'] = (anchor, what, operands, outcome) =>
    steps.push([anchor, what, operands, outcome].filter((each) => each !== null).join(' | '));
  return { run: { step, under: (_id, text) => text }, steps };
}

const parse = (allowlist: string[], allowlistReportOnly: string[] = []): ConnectionAllowlist[] =>
  parseResponseAllowlists({ allowlist, allowlistReportOnly, origin: 'https://page.test' }, recording().run);

const texts = (lists: readonly ConnectionAllowlist[]): string[][] =>
  lists.map(({ allowlist }) => allowlist.map(({ text }) => text));

test('a response without either header has no allowlist', () => {
  expect(parse([])).toEqual([]);
});

test('each header gives one at most, the enforced one first', () => {
  const lists = parse(['("https://a.test"), ("https://b.test")'], ['(response-origin)']);
  expect(texts(lists)).toEqual([['https://a.test'], ['https://page.test']]);
  expect(lists.map(({ disposition }) => disposition)).toEqual(['enforce', 'report']);
});

test('what nothing is said of blocks, and is not reported', () => {
  const [list] = parse(['()']);
  expect(list).toMatchObject({ allowlist: [], redirects: 'block', webrtc: 'block', reportingEndpoint: null });
});

for (const [parameters, expected] of [
  [';report-to=a', { reportingEndpoint: 'a' }],
  [';report-to="a"', { reportingEndpoint: null }],
  [';redirects=allow', { redirects: 'allow', webrtc: 'block' }],
  [';redirects=block', { redirects: 'block' }],
  [';redirects=same-origin', { redirects: 'allow' }],
  [';redirects=allow;redirects=block', { redirects: 'block' }],
  [';redirects="allow"', { redirects: 'block' }],
  [';redirects', { redirects: 'block' }],
  [';webrtc=allow', { webrtc: 'allow', redirects: 'block' }],
  [';webrtc=?1', { webrtc: 'block' }],
  [';later=1;report-to=a', { reportingEndpoint: 'a' }],
] as const)
  test(`parameters ${parameters}`, () => {
    expect(parse([`()${parameters}`])[0]).toMatchObject(expected);
  });

test('the steps say what was skipped, and why', () => {
  const { run, steps } = recording();
  const response = { allowlist: ['(later "/v1" response-origin)'], allowlistReportOnly: ['x'] };
  parseResponseAllowlists({ ...response, origin: 'https://page.test' }, run);
  expect(steps).toEqual([
    'CA#parsing | item | later | neither a string nor response-origin: skipped',
    'CA#parsing | string | /v1 | no URL pattern: skipped',
    'CA#parsing | allowlist from a header, enforce | (https://page.test), redirects block, webrtc block',
    'CA#parsing | list, report | its first item is no inner list: no allowlist',
  ]);
});
