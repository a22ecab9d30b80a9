import { expect, test } from '@playwright/test';
import { wayDiffers } from '../../../harness/judge/facets/way.ts';
import type { LedgerEntry } from '../../../servers/index.ts';
import { arrived, evidenceOf, plannedCase, specOf } from '../fixture.ts';

const chain = plannedCase('connect-src https://api.test https://third.test', {
  url: 'https://api.test/',
  redirects: ['https://third.test/', 'https://other.test/', 'https://api.test/'],
});
const upgraded = plannedCase('upgrade-insecure-requests; connect-src https:', 'http://api.test/');
const socket = plannedCase('connect-src wss:', 'wss://api.test/', 'WebSocket');

const at = (url: string, hop = 0): LedgerEntry => ({ ...arrived(hop), url });
const way = (one: typeof chain, ...network: LedgerEntry[]) =>
  wayDiffers(one, evidenceOf(one, { network }), specOf(one));

test('every hop before the blocked one was asked, and no other', () => {
  expect(way(chain, at('https://api.test/'), at('https://third.test/', 1))).toBeNull();
});

test('a blocked hop was asked all the same', () => {
  const network = [at('https://api.test/'), at('https://third.test/', 1), at('https://other.test/', 2)];
  expect(way(chain, ...network)).toBe('the target of redirect 2 was asked');
});

test('the chain was cut before its blocked hop', () => {
  expect(way(chain, at('https://api.test/'))).toBe('blocked 1 hop too early');
  expect(way(chain)).toBe('blocked 2 hops too early');
});

test('a hop at which the other reading of a disputed point blocks is not too early', () => {
  const url = { url: 'https://api.test/', redirects: ['https://third.test/', 'https://other.test/'] };
  expect(way(plannedCase('connect-src ws://api.test', url))).toBeNull();
  const later = plannedCase('connect-src https://api.test ws://third.test', url);
  expect(way(later, at('https://api.test/'))).toBeNull();
  expect(way(later)).toBe('blocked 2 hops too early');
});

test('an upgraded request left over http', () => {
  expect(way(upgraded, at('https://api.test/'))).toBeNull();
  expect(way(upgraded, at('http://api.test/'))).toBe('http://api.test was asked instead of https://api.test');
});

test('a WebSocket is compared by the URL of its request', () => {
  expect(way(socket, at('wss://api.test/'))).toBeNull();
});

test('a host that the browser has built in as one of HSTS may be asked over https, a reserved one may not', () => {
  const over = (url: string, asked: string) => {
    const one = plannedCase('connect-src *', url);
    return wayDiffers(one, evidenceOf(one, { network: [at(asked)] }), { ...specOf(one), contacted: [url] });
  };
  expect(over('http://stripe.com/', 'https://stripe.com/')).toBeNull();
  expect(over('http://stripe.com:8080/', 'https://stripe.com:8080/')).toBeNull();
  const instead = 'was asked instead of';
  expect(over('http://api.test/', 'https://api.test/')).toBe(`https://api.test ${instead} http://api.test`);
  expect(over('http://192.0.2.1/', 'https://192.0.2.1/')).toBe(
    `https://192.0.2.1 ${instead} http://192.0.2.1`,
  );
  expect(over('http://stripe.com/', 'https://stripe.net/')).toContain(instead);
  expect(over('https://stripe.com/', 'http://stripe.com/')).toContain(instead);
});
