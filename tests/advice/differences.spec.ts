import { expect, test } from '@playwright/test';
import { differencesMet, recognised } from '../../harness/advice/differences.ts';
import { readCauses } from '../../harness/expectations/causes.ts';

test('what is recognised is recorded as a cause', () => {
  const causes = readCauses().map(({ id }) => id);
  expect(recognised.filter((id) => !causes.includes(id))).toEqual([]);
});

const self = 'https://page.test/';

test('a policy meets the differences that its sources, metas and URLs are about', () => {
  const met = (policy: string, more: object = {}) =>
    differencesMet({ policy, self, url: 'https://api.test/', ...more });
  expect(met("connect-src 'self' https://api.test/v1")).toEqual([]);
  expect(met('connect-src https://api.test:443')).toEqual(['ports-80-and-443-are-one']);
  expect(met('default-src api.test?a')).toEqual(['query-in-source']);
  expect(met('connect-src *:8080')).toEqual(['webkit-wildcard-host-with-a-port']);
  expect(met('connect-src api.test', { meta: 'connect-src a.test, b.test' })).toContain(
    'meta-with-a-list-of-policies',
  );
  expect(met('connect-src api.test/a', { redirects: ['/b'] })).toEqual([
    'chromium-keepalive-matches-paths-after-redirects',
  ]);
  expect(met('upgrade-insecure-requests', { url: 'http://api.test/' })).toHaveLength(3);
  expect(met("connect-src 'self'", { context: 'sandboxed' })).toEqual([
    'webkit-self-of-an-opaque-origin-is-everything',
  ]);
});
