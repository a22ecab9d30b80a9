import { course } from './course.ts';
import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';

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
      {
        context: 'service-worker',
        creator: { self: 'https://top.test/', policy: upgrade },
        url: 'http://localhost/',
      },
      ['allowed', null, ['http://localhost/']],
    ),
    course(
      'a new top-level document as well',
      { creator: { self: 'https://top.test/', policy: upgrade }, url: 'http://localhost/' },
      ['allowed', null, ['http://localhost/']],
    ),
    ...(['about-blank-popup', 'blob-popup'] as const).map((context) =>
      course(
        `a window, ${context}, only by the policies it inherits`,
        {
          context,
          creator: { self: 'http://page.test/', context: 'frame', creator: { self: b, policy: upgrade } },
          url: insecure,
        },
        ['allowed', null, [insecure]],
      ),
    ),
    course(
      'a navigation of the top level is not upgraded',
      { self: 'http://page.test/', policy: upgrade, url: insecure, request: { destination: 'document' } },
      ['allowed', null, [insecure]],
    ),
    course(
      'but to the host of the page',
      {
        self: 'http://page.test/',
        policy: upgrade,
        url: 'http://page.test/next',
        request: { destination: 'document' },
      },
      ['allowed', null, ['https://page.test/next']],
    ),
    course(
      'and to that of a page around it, at the same port',
      {
        context: 'frame',
        self: 'http://page.test/',
        creator: { self: 'http://b.test:81/', policy: upgrade },
        url: 'http://b.test:81/',
        redirects: ['http://b.test/'],
        request: { destination: 'document' },
      },
      ['allowed', null, ['https://b.test:81/', insecure]],
    ),
    course(
      "'self' matches where the port is the default one of the upgraded scheme",
      { policy: `${upgrade}; connect-src 'self'`, url: 'http://page.test:443/' },
      ['allowed', null, ['https://page.test:443/']],
    ),
    course('of WebSockets too', { policy: `${upgrade}; connect-src 'self'`, url: 'ws://page.test:443/' }, [
      'allowed',
      null,
      ['https://page.test:443/'],
    ]),
    ...['http://page.test:8443/', 'http://b.test:443/'].map((url) =>
      course(`but not ${url}`, { policy: `${upgrade}; connect-src 'self'`, url }, ['blocked', 0, []]),
    ),
    course(
      'nor where it is the default of neither',
      { self: 'http://page.test:443/', policy: `${upgrade}; connect-src 'self'`, url: 'http://page.test/' },
      ['blocked', 0, []],
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
      name: 'even so it is a network error: nothing leaves, no redirect is followed, no violation is reported',
      actual: () => {
        const { verdict, blockedAtHop, contacted, alsoBlockedBy, violations } = ask({
          policy: 'connect-src http://b.test',
          reportOnly: 'connect-src http://b.test',
          url: `${insecure}x`,
          redirects: [c],
        });
        return [verdict, blockedAtHop, contacted, alsoBlockedBy, violations];
      },
      expected: ['allowed', null, [], ['mixed-content'], []],
    },
    {
      name: 'and there is no response to check: a report-only policy is asked once',
      actual: () =>
        ask({ reportOnly: "connect-src 'none'", url: insecure }).violations.map(({ times }) => times),
      expected: [1],
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

const image = { destination: 'image', mode: 'no-cors' } as const;

const mixedUpgrades: Table = {
  section: 'MIX#upgrade-algorithm',
  cases: [
    ...['image', 'audio', 'video'].map((destination) =>
      course(
        `what is loaded as ${destination} is upgraded, after report-only policies are asked and before enforced ones`,
        {
          policy: 'img-src https:; media-src https:',
          url: insecure,
          request: { destination },
          mixedContent: true,
        },
        ['allowed', null, [b]],
      ),
    ),
    ...[
      { name: 'nothing else', question: { url: insecure, request: { destination: 'font' } } },
      {
        name: 'not an image of a set',
        question: { url: insecure, request: { ...image, initiator: 'imageset' } },
      },
      { name: 'not from an IPv4 address', question: { url: 'http://128.0.0.1/', request: image } },
      { name: 'not from an IPv6 address', question: { url: 'http://[::2]/', request: image } },
    ].map(({ name, question }) => course(name, { ...question, mixedContent: true }, ['blocked', 0, []])),
    course('not from this machine', { url: 'http://localhost/', request: image }, [
      'allowed',
      null,
      ['http://localhost/'],
    ]),
    course('not where nothing is mixed', { self: 'http://page.test/', url: insecure, request: image }, [
      'allowed',
      null,
      [insecure],
    ]),
    course(
      'a navigation of the top level is neither upgraded nor refused',
      {
        url: insecure,
        request: { destination: 'document' },
        redirects: ['http://c.test/'],
        mixedContent: true,
      },
      ['allowed', null, [insecure, 'http://c.test/']],
    ),
  ],
};

/** What becomes of insecure requests: upgraded, or refused as mixed content. */
export const insecureRequests: Table[] = [upgrades, mixedUpgrades, mixedContent];
