import { ask, type Case, type Table } from './table.ts';

const api = 'https://api.test/v1';
const own = 'https://page.test/data';
const third = 'https://third.test/data';

type Asked = Parameters<typeof ask>[0];

/** Who blocks, or null. */
const blockedBy = (name: string, asked: Asked, expected: string | null): Case => ({
  name: `${name}: ${expected ?? 'allowed'}`,
  actual: () => ask(asked).by,
  expected,
});

const listed = (allowlist: string | string[], url: string, allowed: boolean): Case =>
  blockedBy(
    `${[allowlist].flat().join(' | ')} → ${url}`,
    { allowlist, url },
    allowed ? null : 'connection-allowlist',
  );

const parsing: Table = {
  section: 'CA#parsing',
  cases: [
    listed('(response-origin)', own, true),
    listed('(response-origin)', 'https://page.test:8443/', false),
    listed('(Response-Origin)', own, false),
    listed('()', own, false),
    listed('(response-origin), ("https://api.test")', api, false),
    listed(['(response-origin)', '("https://api.test")'], api, false),
    listed('response-origin, ("https://api.test")', third, true),
    listed('"https://page.test"', third, true),
    listed('(response-origin', third, true),
    listed(['(response-origin)', '('], third, true),
    listed('(response-origin);A=b', third, true),
    listed('', third, true),
    listed('(42 later "/v1" "api.test" "https://[" "https://api.test")', api, true),
    listed('(42 later "/v1" "api.test" "https://[" "https://api.test")', third, false),
    blockedBy(
      'response-origin of an opaque response is no pattern',
      { allowlist: '(response-origin)', self: 'opaque', url: api },
      'connection-allowlist',
    ),
    blockedBy(
      'response-origin of an IPv6 address is none: its colons are read as names',
      { allowlist: '(response-origin)', self: 'http://[::1]/', url: 'http://[::1]/' },
      'connection-allowlist',
    ),
    {
      name: 'both headers: what is enforced comes first',
      actual: () =>
        ask({
          allowlistReportOnly: '();report-to=b',
          allowlist: '();report-to=a',
          url: own,
        }).allowlistReports?.map(({ endpoint }) => endpoint),
      expected: ['a'],
    },
  ],
};

const matching: Table = {
  section: 'CA#matching',
  cases: [
    listed('("https://api.test")', `${api}?q=1#x`, true),
    listed('("https://api.test")', 'https://api.test:8443/', false),
    listed('("https://api.test:*")', 'https://api.test:8443/', true),
    listed('("https://*.test")', api, true),
    listed('("https://*.api.test")', api, false),
    listed('("https://api.test/v1")', `${api}?q=1`, true),
    listed('("https://api.test/v1")', 'https://api.test/v1/', false),
    listed('("https://api.test/v1/*")', 'https://api.test/v1/x', true),
    listed('("http{s}?://api.test")', api, true),
    listed('("https://api.test/v(\\\\d)")', api, true),
    listed('()', 'data:,x', true),
    listed('()', 'blob:https://page.test/x', true),
    listed('()', 'about:blank', true),
    blockedBy('report-only blocks nothing', { allowlistReportOnly: '()', url: third }, null),
    blockedBy(
      'each list that is enforced counts, and no other',
      { allowlist: '("https://api.test")', allowlistReportOnly: '()', url: third },
      'connection-allowlist',
    ),
    blockedBy('a request of no global', { allowlist: '()', url: third, request: { client: null } }, null),
    ...['image', 'script', 'font', 'document'].map((destination) =>
      blockedBy(
        `destination ${destination}`,
        { allowlist: '(response-origin)', url: third, request: { destination } },
        'connection-allowlist',
      ),
    ),
    {
      name: 'a WebSocket is matched by its https: URL, and that is open',
      actual: () =>
        ['("https://api.test")', '("wss://api.test")'].map((allowlist) => {
          const { verdict, disputed } = ask({ allowlist, url: 'wss://api.test/' });
          return [verdict, ...disputed];
        }),
      expected: [
        ['allowed', 'allowlist-websocket-schemes'],
        ['blocked', 'allowlist-websocket-schemes'],
      ],
    },
  ],
};

const from = (parameters: string, ...redirects: string[]): Asked => ({
  allowlist: `("https://api.test" "https://third.test")${parameters}`,
  url: api,
  redirects,
});

const redirects: Table = {
  section: 'CA#redirects',
  cases: [
    blockedBy('none', from(''), null),
    blockedBy('to what is listed', from('', third), 'connection-allowlist'),
    blockedBy('to itself', from('', api), 'connection-allowlist'),
    blockedBy('redirects=block', from(';redirects=block', third), 'connection-allowlist'),
    blockedBy('redirects=allow', from(';redirects=allow', 'https://other.test/'), null),
    blockedBy('redirects=later', from(';redirects=later', 'https://other.test/'), null),
    blockedBy('redirects="allow"', from(';redirects="allow"', third), 'connection-allowlist'),
    blockedBy('redirects', from(';redirects', third), 'connection-allowlist'),
    blockedBy(
      'from what is not listed',
      { ...from(';redirects=allow', api), url: 'https://other.test/' },
      'connection-allowlist',
    ),
    blockedBy('one that is not followed', { ...from('', third), request: { redirect: 'manual' } }, null),
    blockedBy(
      'report-only',
      { allowlistReportOnly: '("https://api.test")', url: api, redirects: [third] },
      null,
    ),
    {
      name: 'the first URL has been asked, the second has not',
      actual: () => {
        const { contacted, blockedAtHop } = ask(from('', third));
        return [contacted, blockedAtHop];
      },
      expected: [[api], 1],
    },
  ],
};

const both: Table = {
  section: 'CA#fetch',
  cases: [
    blockedBy(
      'CSP is asked first',
      { policy: "connect-src 'self'", allowlist: '(response-origin)', url: third },
      'csp',
    ),
    blockedBy(
      'what CSP allows',
      { policy: 'connect-src *', allowlist: '(response-origin)', url: third },
      'connection-allowlist',
    ),
    blockedBy(
      'what the list allows',
      { policy: "connect-src 'self'", allowlist: '("https://*.test")', url: third },
      'csp',
    ),
    blockedBy(
      'what both allow',
      { policy: 'connect-src *', allowlist: '("https://*.test")', url: third },
      null,
    ),
    {
      name: 'CSP fires its events, an allowlist none',
      actual: () => {
        const asked = { reportOnly: "connect-src 'none'", allowlist: '(response-origin)', url: third };
        const { violations, alsoBlockedBy } = ask(asked);
        const csp = ask({ ...asked, policy: "connect-src 'none'" });
        return [violations.length, alsoBlockedBy, csp.violations.length, csp.alsoBlockedBy];
      },
      expected: [1, [], 2, ['connection-allowlist']],
    },
  ],
};

const created = (context: NonNullable<Asked['context']>, expected: string | null): Case =>
  blockedBy(
    `${context}, whose creator has one`,
    { context, creator: { self: 'https://page.test/', allowlist: '(response-origin)' }, url: third },
    expected,
  );

const globals: Table = {
  section: 'CA#html',
  cases: [
    ...(['srcdoc', 'about-blank', 'blob-frame', 'data-frame', 'blob-worker', 'data-worker'] as const).map(
      (kind) => created(kind, 'connection-allowlist'),
    ),
    ...(['frame', 'worker', 'shared-worker', 'service-worker'] as const).map((kind) => created(kind, null)),
    blockedBy(
      'response-origin of a data: document is that of its creator’s response',
      {
        context: 'data-frame',
        creator: { self: 'https://page.test/', allowlist: '(response-origin)' },
        url: own,
      },
      null,
    ),
    blockedBy('no meta element', { meta: '(response-origin)', url: third }, null),
    blockedBy(
      'before a service worker',
      { allowlist: '(response-origin)', url: third, serviceWorker: { responseUrl: null } },
      'connection-allowlist',
    ),
  ],
};

const stun = { url: 'stun:b.test', request: { webrtc: true } } as const;

const rtc: Table = {
  section: 'CA#rtc',
  cases: [
    blockedBy('by default', { allowlist: '("*://*:*/*")', ...stun }, 'connection-allowlist'),
    blockedBy('webrtc=block', { allowlist: '();webrtc=block', ...stun }, 'connection-allowlist'),
    blockedBy('webrtc=allow', { allowlist: '();webrtc=allow', ...stun }, null),
    blockedBy('webrtc=later', { allowlist: '();webrtc=later', ...stun }, null),
    blockedBy('webrtc="allow"', { allowlist: '();webrtc="allow"', ...stun }, 'connection-allowlist'),
    blockedBy('report-only', { allowlistReportOnly: '()', ...stun }, null),
    blockedBy('CSP is asked first', { allowlist: '()', policy: "webrtc 'block'", ...stun }, 'csp'),
  ],
};

const reported = (asked: Asked, expected: unknown): Case => ({
  name: JSON.stringify(asked),
  actual: () => ask(asked).allowlistReports,
  expected,
});

const reporting: Table = {
  section: 'CA#reporting',
  cases: [
    reported({ allowlist: '("https://api.test")', url: third }, undefined),
    reported({ allowlist: '();report-to="a"', url: third }, undefined),
    reported({ allowlist: '("https://api.test");report-to=a', url: api }, undefined),
    reported({ allowlist: '("https://api.test");report-to=a', url: `${third}?q#x` }, [
      {
        url: 'https://page.test/',
        connection: `${third}?q`,
        allowlist: ['https://api.test'],
        disposition: 'enforce',
        endpoint: 'a',
      },
    ]),
    reported({ ...from(';report-to=a', third) }, [
      {
        url: 'https://page.test/',
        connection: api,
        allowlist: ['https://api.test', 'https://third.test'],
        disposition: 'enforce',
        endpoint: 'a',
      },
    ]),
    reported({ allowlistReportOnly: '();report-to=a', ...stun }, [
      {
        url: 'https://page.test/',
        connection: 'webrtc',
        allowlist: [],
        disposition: 'report',
        endpoint: 'a',
      },
    ]),
  ],
};

/** What the draft of Connection Allowlists says, by its sections. */
export const connectionAllowlists: Table[] = [parsing, matching, redirects, both, globals, rtc, reporting];
