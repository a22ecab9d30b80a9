import { ask, type Case, type Table } from './table.ts';

/** The verdict by the text, the points it hangs on, and the verdict when those are read as browsers do. */
const hangs = (
  policy: string,
  url: string,
  self: string,
  expected: [string, string[], string | undefined],
  more: object = {},
): Case => ({
  name: `${policy} on ${self}: ${url} → ${expected[0]}, disputed: ${expected[1].join(' ') || 'no'}`,
  actual: () => {
    const { verdict, disputed, otherReading } = ask({ policy, url, self, ...more });
    const reading = Object.fromEntries(disputed.map((id) => [id, true]));
    const asBrowsers = ask({ policy, url, self, reading, ...more });
    const agrees = otherReading === undefined || otherReading === asBrowsers.verdict;
    return [verdict, disputed, agrees ? otherReading : 'contradiction'];
  },
  expected,
});

const page = 'https://page.test/';
const insecure = 'http://page.test/';
const sockets = ['websocket-schemes'];
const ports = ['port-80-to-443'];
const addresses = ['ip-literals'];
const loopback = ['mixed-content-on-loopback'];

/** Where mixed content counts for the verdict. */
const mixes = (url: string, self: string, expected: [string, string[], string | undefined], more = {}) =>
  hangs('connect-src *', url, self, expected, { mixedContent: true, ...more });

export const disputes: Table[] = [
  {
    section: 'csp#332',
    cases: [
      hangs('connect-src https:', 'wss://b.test/', page, ['allowed', sockets, 'blocked']),
      hangs('connect-src http:', 'ws://b.test/', insecure, ['allowed', sockets, 'blocked']),
      hangs('connect-src https://b.test', 'wss://b.test/', page, ['allowed', sockets, 'blocked']),
      hangs('connect-src b.test', 'wss://b.test/', page, ['allowed', sockets, 'blocked']),
      hangs('connect-src ws:', 'http://b.test/', insecure, ['allowed', sockets, 'blocked']),
      hangs('connect-src ws://b.test', 'https://b.test/', page, ['allowed', sockets, 'blocked']),
      hangs('connect-src wss:', 'https://b.test/', page, ['allowed', sockets, 'blocked']),
      hangs('connect-src wss://b.test', 'wss://b.test/', page, ['allowed', [], undefined]),
      hangs('connect-src ws:', 'wss://b.test/', page, ['allowed', [], undefined]),
      hangs('connect-src https: wss:', 'wss://b.test/', page, ['allowed', [], undefined]),
      hangs('connect-src *', 'wss://b.test/', page, ['allowed', [], undefined]),
      hangs("connect-src 'self'", 'wss://page.test/', page, ['allowed', [], undefined]),
      hangs("connect-src 'none'", 'wss://b.test/', page, ['blocked', [], undefined]),
      hangs("img-src 'none'", 'wss://b.test/', page, ['allowed', [], undefined]),
      hangs('connect-src https:', 'https://b.test/', page, ['allowed', [], undefined]),
      {
        name: 'an http(s) URL given to WebSocket is disputed all the same',
        actual: () =>
          ask({ policy: 'connect-src https:', url: 'https://b.test/', request: { mode: 'websocket' } })
            .disputed,
        expected: sockets,
      },
      {
        name: 'where both readings block, but not at the same hop, both hops are told',
        actual: () => {
          const { blockedAtHop, disputed, otherHop } = ask({
            policy: 'connect-src ws://b.test',
            url: 'https://b.test/',
            redirects: ['https://c.test/'],
          });
          return [blockedAtHop, disputed, otherHop];
        },
        expected: [1, [], 0],
      },
      {
        name: 'a ws(s) URL given to fetch stays one, and * does not reach it',
        actual: () =>
          ask({ policy: 'connect-src *', url: 'wss://b.test/', request: { mode: 'cors' } }).verdict,
        expected: 'blocked',
      },
    ],
  },
  {
    section: 'csp#439',
    cases: [
      hangs('connect-src http://b.test:80', 'https://b.test/', page, ['blocked', ports, 'allowed']),
      hangs('connect-src b.test:80', 'https://b.test/', insecure, ['blocked', ports, 'allowed']),
      hangs('connect-src http://*.b.test:80', 'https://a.b.test/', page, ['blocked', ports, 'allowed']),
      hangs('connect-src https://b.test:80', 'https://b.test/', page, ['blocked', [], undefined]),
      hangs('connect-src b.test:80', 'https://b.test/', page, ['blocked', [], undefined]),
      hangs('connect-src http://b.test:80', 'https://b.test:8443/', page, ['blocked', [], undefined]),
      hangs('connect-src http://b.test:8080', 'https://b.test/', page, ['blocked', [], undefined]),
      hangs('connect-src ws://b.test:80', 'wss://b.test/', page, ['blocked', ports, 'allowed']),
      hangs('connect-src https://b.test, connect-src http://b.test:80', 'https://b.test/', page, [
        'blocked',
        ports,
        'allowed',
      ]),
    ],
  },
  {
    section: 'csp#440',
    cases: [
      hangs('connect-src http://127.0.0.1', 'http://127.0.0.1/', page, ['blocked', addresses, 'allowed']),
      hangs('connect-src http://*', 'http://[::1]/', page, ['blocked', addresses, 'allowed']),
      hangs('connect-src http://127.0.0.2', 'http://127.0.0.1/', page, ['blocked', [], undefined]),
      hangs('connect-src http://127.0.0.1:81', 'http://127.0.0.1/', page, ['blocked', [], undefined]),
      hangs('connect-src http://localhost', 'http://localhost/', page, ['allowed', [], undefined]),
      hangs('connect-src custom://b.test', 'custom://b.test/', page, ['blocked', [], undefined]),
      hangs('connect-src *', 'http://127.0.0.1/', page, ['allowed', [], undefined]),
      hangs('connect-src http://127.0.0.1:80', 'https://127.0.0.1/', page, [
        'blocked',
        [...ports, ...addresses],
        'allowed',
      ]),
    ],
  },
  {
    section: 'mixed-content#73',
    cases: [
      mixes('http://b.test/', 'http://localhost:3000/', ['blocked', loopback, 'allowed']),
      mixes('ws://b.test/', 'http://127.0.0.1/', ['blocked', loopback, 'allowed']),
      mixes('http://b.test/', 'http://[::1]/', ['blocked', loopback, 'allowed']),
      mixes('http://localhost:8080/', 'http://localhost:3000/', ['allowed', [], undefined]),
      mixes('https://b.test/', 'http://localhost/', ['allowed', [], undefined]),
      mixes('http://b.test/', 'https://localhost/', ['blocked', [], undefined]),
      mixes('http://b.test/', insecure, ['allowed', [], undefined]),
      hangs('connect-src *', 'http://b.test/', 'http://localhost/', ['allowed', [], undefined]),
    ],
  },
];
