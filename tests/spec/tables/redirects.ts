import { course } from './course.ts';
import { ask, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';
const own = 'https://page.test/';

/** What Fetch does with a redirect, and what the policies are asked about its target. */
export const redirects: Table = {
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
    ...(
      [
        [
          'to another origin, in mode cors',
          'cors',
          b,
          ['https://u@c.test/'],
          [[b], ['redirect-credentials']],
        ],
        ['to its own origin, from its own', 'cors', own, [`https://u:p@page.test/x`], [[own, `${own}x`], []]],
        [
          'to its own origin, from another',
          'cors',
          b,
          ['https://u@page.test/'],
          [[b], ['redirect-credentials']],
        ],
        [
          'to its own origin, from its own by way of another',
          'cors',
          own,
          [b, 'https://:p@page.test/'],
          [[own, b], ['redirect-credentials']],
        ],
        [
          'to another origin, from its own',
          'cors',
          own,
          ['https://u@c.test/'],
          [[own], ['redirect-credentials']],
        ],
        [
          'to its own origin, where another has been on the way',
          'cors',
          own,
          [b, own, 'https://u@page.test/'],
          [[own, b, own], ['redirect-credentials']],
        ],
        ['to another origin, in mode no-cors', 'no-cors', b, ['https://u@c.test/'], [[b, c], []]],
        [
          'to its own origin, in mode same-origin',
          'same-origin',
          own,
          ['https://u@page.test/'],
          [[own, own], []],
        ],
      ] as const
    ).map(([what, mode, url, to, expected]) => ({
      name: `a redirect with a user name ${what}`,
      actual: () => {
        const { contacted, alsoBlockedBy } = ask({ url, redirects: to, request: { mode } });
        return [contacted, alsoBlockedBy];
      },
      expected,
    })),
    {
      name: 'no policy is asked about a redirect with a user name that is not followed',
      actual: () => {
        const { verdict, violations } = ask({
          policy: 'connect-src b.test',
          url: b,
          redirects: ['https://u@c.test/'],
        });
        return [verdict, violations];
      },
      expected: ['allowed', []],
    },
    {
      name: 'in mode same-origin a redirect to another origin leads nowhere',
      actual: () => ask({ url: own, redirects: [b], request: { mode: 'same-origin' } }).alsoBlockedBy,
      expected: ['same-origin-mode'],
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
