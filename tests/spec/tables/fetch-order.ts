import { ask, type Case, type Table } from './table.ts';

/** Verdict, redirect count at the block, and what left. */
const course = (
  name: string,
  question: Parameters<typeof ask>[0],
  expected: [string, number | null, string[]],
): Case => ({
  name,
  actual: () => {
    const { verdict, blockedAtHop, contacted } = ask(question);
    return [verdict, blockedAtHop, contacted];
  },
  expected,
});

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

const upgrade = 'upgrade-insecure-requests';
const insecure = 'http://b.test/';

const upgrades: Table = {
  section: 'UIR#upgrade-request',
  cases: [
    course(
      'the upgraded URL is checked, and leaves',
      { policy: `${upgrade}; connect-src https:`, url: insecure },
      ['allowed', null, [b]],
    ),
    course(
      'a policy that reports does not upgrade',
      { reportOnly: upgrade, policy: 'connect-src https:', url: insecure },
      ['blocked', 0, []],
    ),
    course('any enforced policy does', { policy: `connect-src https:, ${upgrade}`, url: insecure }, [
      'allowed',
      null,
      [b],
    ]),
    course('so does a meta element', { meta: upgrade, url: insecure }, ['allowed', null, [b]]),
    course(
      'the port stays',
      { policy: `${upgrade}; connect-src https://b.test:8080`, url: 'http://b.test:8080/' },
      ['allowed', null, ['https://b.test:8080/']],
    ),
    course(
      'every hop is upgraded',
      { policy: `${upgrade}; connect-src https:`, url: b, redirects: ['http://c.test/'] },
      ['allowed', null, [b, c]],
    ),
    course('WebSockets too', { policy: `${upgrade}; connect-src https:`, url: 'ws://b.test/' }, [
      'allowed',
      null,
      [b],
    ]),
    {
      name: 'report-only policies see the URL before, enforced ones after',
      actual: () =>
        ask({
          policy: `${upgrade}; connect-src 'none'`,
          reportOnly: 'connect-src https:',
          url: insecure,
        }).violations.map(({ disposition, blockedURI }) => [disposition, blockedURI]),
      expected: [
        ['report', insecure],
        ['enforce', b],
      ],
    },
    {
      name: 'a report-only policy is asked about the upgraded URL once more, when the response is there',
      actual: () =>
        ask({ policy: upgrade, reportOnly: "connect-src 'none'", url: insecure }).violations.map(
          ({ blockedURI, optional }) => [blockedURI, optional],
        ),
      expected: [
        [insecure, false],
        [b, true],
      ],
    },
    {
      name: 'an upgraded request is no mixed content',
      actual: () => ask({ policy: upgrade, url: insecure }).alsoBlockedBy,
      expected: [],
    },
    course(
      'a framed document upgrades with its embedder',
      { context: 'frame', creator: { self: 'https://top.test/', policy: upgrade }, url: insecure },
      ['allowed', null, [b]],
    ),
    course(
      'a worker with its owner',
      { context: 'worker', creator: { self: 'https://top.test/', policy: upgrade }, url: insecure },
      ['allowed', null, [b]],
    ),
    course(
      'a service worker goes alone',
      { context: 'service-worker', creator: { self: 'https://top.test/', policy: upgrade }, url: insecure },
      ['allowed', null, [insecure]],
    ),
    course(
      'a new top-level document as well',
      { creator: { self: 'https://top.test/', policy: upgrade }, url: insecure },
      ['allowed', null, [insecure]],
    ),
  ],
};

const mixed = (name: string, question: Parameters<typeof ask>[0], expected: boolean): Case => ({
  name: `${name}: ${question.url} ${expected ? 'blocked' : 'allowed'}`,
  actual: () => ask(question).alsoBlockedBy.includes('mixed-content'),
  expected,
});

const data = { context: 'data-frame', self: 'https://page.test/' } as const;

const mixedContent: Table = {
  section: 'MIX#should-block-fetch',
  cases: [
    mixed('a secure page', { url: insecure }, true),
    mixed('a secure page', { url: 'ws://b.test/' }, true),
    mixed('a secure page', { url: b }, false),
    mixed('a secure page', { url: 'wss://b.test/' }, false),
    mixed('a secure page', { url: 'data:,x' }, false),
    mixed('a secure page', { url: 'about:blank' }, false),
    mixed('a secure page', { url: 'blob:https://page.test/1' }, false),
    mixed('a secure page', { url: 'http://localhost/' }, false),
    mixed('a secure page', { url: 'http://a.localhost./' }, false),
    mixed('a secure page', { url: 'http://notlocalhost/' }, true),
    mixed('a secure page', { url: 'http://127.255.0.1:81/' }, false),
    mixed('a secure page', { url: 'http://128.0.0.1/' }, true),
    mixed('a secure page', { url: 'http://[::1]/' }, false),
    mixed('an insecure page', { self: 'http://page.test/', url: insecure }, false),
    mixed('a page on localhost', { self: 'http://localhost/', url: insecure }, true),
    mixed(
      'an insecure frame in a secure page',
      { self: 'http://page.test/', context: 'frame', creator: { self: b }, url: insecure },
      true,
    ),
    mixed(
      'an insecure worker of a secure page',
      { self: 'http://page.test/', context: 'worker', creator: { self: b }, url: insecure },
      false,
    ),
    mixed('a data: frame in a secure page', { ...data, url: insecure }, true),
    mixed(
      'a srcdoc frame in an insecure page',
      { self: 'http://page.test/', context: 'srcdoc', url: insecure },
      false,
    ),
    mixed('a sandboxed secure page', { context: 'sandboxed', url: insecure }, false),
    mixed(
      'an environment that says so',
      { environment: { origin: 'opaque', ancestors: [b] }, url: insecure },
      true,
    ),
    mixed(
      'a worker, whose environment has no ancestors',
      { context: 'worker', environment: { origin: 'opaque', ancestors: [b] }, url: insecure },
      false,
    ),
    mixed('an environment that says otherwise', { environment: { origin: 'opaque' }, url: insecure }, false),
    {
      name: 'by default the verdict is of CSP alone',
      actual: () => ask({ policy: 'connect-src *', url: insecure }).verdict,
      expected: 'allowed',
    },
    {
      name: 'where mixed content counts, it blocks at its hop',
      actual: () => {
        const { verdict, by, blockedAtHop, contacted, alsoBlockedBy } = ask({
          url: b,
          redirects: [insecure],
          mixedContent: true,
        });
        return { verdict, by, blockedAtHop, contacted, alsoBlockedBy };
      },
      expected: {
        verdict: 'blocked',
        by: 'mixed-content',
        blockedAtHop: 1,
        contacted: [b],
        alsoBlockedBy: [],
      },
    },
    {
      name: 'a violation beside mixed content may stay out; a report came before',
      actual: () =>
        ask({ policy: "connect-src 'none'", reportOnly: "connect-src 'none'", url: insecure }).violations.map(
          ({ disposition, optional }) => [disposition, optional],
        ),
      expected: [
        ['report', false],
        ['enforce', true],
      ],
    },
  ],
};

export const fetchOrder: Table[] = [main, redirects, upgrades, mixedContent];
