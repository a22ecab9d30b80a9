import { course } from './course.ts';
import { ask, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';

const main: Table = {
  section: 'FETCH#concept-main-fetch',
  cases: [
    course('an allowed request leaves', { policy: 'connect-src b.test', url: b }, ['allowed', null, [b]]),
    course('a blocked one does not', { policy: "connect-src 'none'", url: b }, ['blocked', 0, []]),
    course('what leaves has no fragment and no userinfo', { url: 'https://u:p@b.test/a?q#f' }, [
      'allowed',
      null,
      ['https://b.test/a?q'],
    ]),
    course('data: goes nowhere', { url: 'data:,x' }, ['allowed', null, []]),
    course('a WebSocket leaves over http', { url: 'ws://b.test:81/x', self: 'http://page.test/' }, [
      'allowed',
      null,
      ['http://b.test:81/x'],
    ]),
    {
      name: 'a bad port stops what CSP allows',
      actual: () => {
        const { verdict, contacted, alsoBlockedBy } = ask({
          policy: 'connect-src *',
          url: 'https://b.test:6000/',
        });
        return [verdict, contacted, alsoBlockedBy];
      },
      expected: ['allowed', [], ['bad-port']],
    },
    {
      name: 'no violation is certain when a bad port has stopped the request',
      actual: () =>
        ask({ policy: "connect-src 'none'", url: 'https://b.test:6000/' }).violations.map(
          ({ optional }) => optional,
        ),
      expected: [true],
    },
    ...(
      [
        ['another origin', b, 'manual', [[], ['redirect-mode']]],
        ['another origin', b, 'error', [[], ['redirect-mode']]],
        ['another origin', b, 'follow', [[b], []]],
        ['its own', 'https://page.test/', 'manual', [['https://page.test/'], []]],
        ['a data: URL', 'data:,x', 'error', [[], []]],
      ] as const
    ).map(([what, url, redirect, expected]) => ({
      name: `without CORS, ${what} in redirect mode ${redirect}`,
      actual: () => {
        const { contacted, alsoBlockedBy } = ask({ url, request: { mode: 'no-cors', redirect } });
        return [contacted, alsoBlockedBy];
      },
      expected,
    })),
    {
      name: 'CSP is asked before that, and reports',
      actual: () => {
        const request = { mode: 'no-cors', redirect: 'manual' } as const;
        const { by, violations } = ask({ policy: "connect-src 'none'", url: b, request });
        return [by, violations.length];
      },
      expected: ['csp', 1],
    },
    {
      name: 'the port of another scheme is never bad',
      actual: () => ask({ self: 'http://page.test/', url: 'ftp://b.test:6000/' }).alsoBlockedBy,
      expected: [],
    },
  ],
};

const redirects: Table = {
  section: 'FETCH#concept-http-redirect-fetch',
  cases: [
    course(
      'each hop is checked',
      { policy: 'connect-src b.test c.test', url: b, redirects: [c, 'https://d.test/'] },
      ['blocked', 2, [b, c]],
    ),
    course(
      'a chain that is allowed goes through',
      { policy: 'connect-src b.test c.test', url: b, redirects: [c, `${b}x`] },
      ['allowed', null, [b, c, `${b}x`]],
    ),
    course(
      'the path counts before the first redirect',
      { policy: 'connect-src https://b.test/a', url: b, redirects: [`${b}a`] },
      ['blocked', 0, []],
    ),
    course('and not after it', { policy: 'connect-src https://b.test/a', url: `${b}a`, redirects: [b] }, [
      'allowed',
      null,
      [`${b}a`, b],
    ]),
    course('a Location is resolved against the URL before it', { url: `${b}a/b`, redirects: ['../c', 'd'] }, [
      'allowed',
      null,
      [`${b}a/b`, `${b}c`, `${b}d`],
    ]),
    course(
      'redirects may have happened before',
      { policy: 'connect-src https://b.test/a', url: b, redirectCount: 3, redirects: [c] },
      ['blocked', 4, [b]],
    ),
    ...(
      [
        ['data:,x', 'redirect-scheme'],
        ['ws://b.test/', 'redirect-scheme'],
        ['http://[', 'redirect-url'],
      ] as const
    ).map(([location, reason]) => ({
      name: `a redirect to ${location} is a network error, and no policy is asked`,
      actual: () => {
        const { verdict, contacted, alsoBlockedBy } = ask({
          policy: 'connect-src b.test',
          url: b,
          redirects: [location, c],
        });
        return [verdict, contacted, alsoBlockedBy];
      },
      expected: ['allowed', [b], [reason]],
    })),
    {
      name: 'twenty redirects are followed, and no more',
      actual: () => {
        const { contacted, alsoBlockedBy } = ask({
          url: b,
          redirects: Array.from({ length: 25 }, (_, index) => `/${index}`),
        });
        return [contacted.length, alsoBlockedBy];
      },
      expected: [21, ['redirect-limit']],
    },
    course(
      'in mode error no redirect is followed',
      { policy: 'connect-src b.test', url: b, redirects: [c], request: { redirect: 'error' } },
      ['allowed', null, [b]],
    ),
    course(
      'nor in mode manual',
      { policy: 'connect-src b.test', url: b, redirects: [c], request: { redirect: 'manual' } },
      ['allowed', null, [b]],
    ),
    {
      name: 'mode error fails, mode manual does not, and WebSockets are in mode error',
      actual: () => [
        ask({ url: b, redirects: [c], request: { redirect: 'error' } }).alsoBlockedBy,
        ask({ url: b, redirects: [c], request: { redirect: 'manual' } }).alsoBlockedBy,
        ask({ url: 'wss://b.test/', redirects: [c] }).alsoBlockedBy,
        ask({ url: b, redirects: [c], request: { mode: 'webtransport' } }).alsoBlockedBy,
      ],
      expected: [['redirect-mode'], [], ['redirect-mode'], ['redirect-mode']],
    },
  ],
};

export const fetchOrder: Table[] = [main, redirects];
