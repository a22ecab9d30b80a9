import fc from 'fast-check';
import type { ExploredTarget } from '../document.ts';
import { oneOf } from './one-of.ts';
import { targetHosts, targetPaths, targetPorts, targetSchemes } from './words.ts';

const networkUrl = fc
  .tuple(oneOf(targetSchemes), oneOf(targetHosts), oneOf(targetPorts), oneOf(targetPaths))
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`);

const httpsUrl = networkUrl.map((url) => url.replace(/^(ws|http)(s?):/, 'https:'));

/** Redirects of every status, and on to a second one. */
const redirects = fc.array(
  fc.tuple(oneOf([301, 302, 302, 303, 307, 308] as const), httpsUrl).map(([status, to]) => ({ status, to })),
  { minLength: 1, maxLength: 2 },
);

/** What a server may answer, beside 200 with permission for everyone. */
const answer: fc.Arbitrary<Omit<ExploredTarget, 'url'>> = oneOf([
  { cors: 'none' },
  { cors: 'origin' },
  { cors: 'credentials' },
  { cors: 'preflight-rejected' },
  { status: 204 },
  { status: 404 },
  { status: 503 },
] as const);

/** What `fetch()` may be told. */
const options: fc.Arbitrary<NonNullable<ExploredTarget['options']>> = oneOf([
  { method: 'POST', body: 'x' },
  { method: 'PUT' },
  { headers: { 'x-test': '1' } },
  { mode: 'no-cors' },
  { mode: 'same-origin' },
  { credentials: 'include' },
  { cache: 'no-store' },
  { redirect: 'error' },
  { redirect: 'manual' },
  { keepalive: true },
]);

/** Where a document connects to: these share it. */
export const target: fc.Arbitrary<ExploredTarget> = fc.oneof(
  { weight: 10, arbitrary: networkUrl.map((url) => ({ url })) },
  { weight: 1, arbitrary: fc.tuple(httpsUrl, answer).map(([url, more]) => ({ url, ...more })) },
  { weight: 1, arbitrary: fc.record({ url: httpsUrl, options }) },
  { weight: 2, arbitrary: fc.record({ url: httpsUrl, redirects }) },
);

/** Each of these is opened in a document of its own, which costs more than a connection. */
export const localTarget: fc.Arbitrary<ExploredTarget> = oneOf([{ url: 'data:,x' }, { url: 'blob:' }]);
