import { expect, test } from '@playwright/test';
import { cutByTheNetwork, lostByTheBrowser, touches } from '../../harness/rig/failures.ts';
import { plannedCase } from '../judge/fixture.ts';

const one = plannedCase("connect-src 'none'", {
  url: 'https://api.test/',
  redirects: ['https://[::1]:8443/', 'wss://third.test/'],
});
const failure = (authority: string | null, caseId: string | null = null) => ({
  time: 1,
  case: caseId,
  authority,
  reason: 'refused',
});

for (const authority of ['api.test:443', 'api.test:80', 'API.test:443', '[::1]:8443', 'third.test:443', null])
  test(`a failure at ${authority} may be the case’s`, () => {
    expect(touches(failure(authority), one)).toBe(true);
  });

test('a failure at another host, or of another case, is not', () => {
  expect(touches(failure('page.test:443'), one)).toBe(false);
  expect(touches(failure('api.test:443', 'another'), one)).toBe(false);
  expect(touches(failure('api.test:443', one.id), one)).toBe(true);
});

test('of a document that reports, a failure at its collector is', () => {
  expect(touches(failure('report.test:443'), one)).toBe(false);
  const reporting = { ...one, document: { ...one.document, reports: 'report-uri' as const } };
  expect(touches(failure('report.test:443'), reporting)).toBe(true);
});

test('a network that changed under a browser may be why any case of the run did not arrive', () => {
  const told =
    "WebSocket connection to 'wss://x.test/' failed: Error in connection establishment: net::ERR_NETWORK_CHANGED";
  const [cut, ...rest] = cutByTheNetwork(['something else', told, told]);
  if (cut === undefined) throw new Error('not noticed');
  expect(rest).toEqual([]);
  expect(touches(cut, one)).toBe(true);
  expect(cutByTheNetwork(['net::ERR_QUIC_PROTOCOL_ERROR'])).toEqual([]);
});

test('a WebSocket that Chromium says it lost is no block, unless it says that a policy revoked it', () => {
  const failed = (why: string) => [`WebSocket connection to 'ws://page.test/?case=x' failed: ${why}`];
  expect(lostByTheBrowser('x', failed(''), false)).toMatchObject([{ case: 'x' }]);
  expect(
    lostByTheBrowser('x', failed('Error in connection establishment: net::ERR_FAILED'), false),
  ).toHaveLength(1);
  expect(lostByTheBrowser('x', failed('Network access revoked'), false)).toEqual([]);
  expect(lostByTheBrowser('x', failed('Unexpected response code: 302'), true)).toEqual([]);
  expect(lostByTheBrowser('x', ["Connecting to 'ws://page.test/' violates the following"], false)).toEqual(
    [],
  );
});
