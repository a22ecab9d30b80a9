import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-url-to-source-expression, step 4: `'self'` is the page's origin, and its safer counterparts. */
export default [
  {
    id: 'self-on-https-page',
    title: "On an https page `'self'` is its own origin and its secure WebSockets, whatever the path",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'https://page.test/some/path/',
        policy: "connect-src 'self'",
        by: [...everyHttp, ...webSockets],
        allows: [
          'https://page.test/',
          'https://page.test/other/path?q#f',
          'wss://page.test/',
          'wss://page.test/socket',
        ],
        blocks: [
          'https://api.test/',
          'https://www.page.test/',
          'https://page.test:8443/',
          'https://page.test.third.test/',
          'wss://api.test/',
          'wss://www.page.test/',
          'wss://page.test:8443/',
        ],
      },
    ],
  },
  {
    id: 'self-on-http-page',
    title: "On an http page `'self'` is its host over http and https, ws and wss",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://page.test/', 'https://page.test/', 'ws://page.test/', 'wss://page.test/'],
        blocks: [
          'http://api.test/',
          'http://www.page.test/',
          'http://page.test:8080/',
          'https://page.test:8443/',
          'https://page.test:80/',
          'http://page.test:443/',
          'ws://page.test:8080/',
          'wss://page.test:8443/',
          'wss://api.test/',
        ],
      },
    ],
  },
  {
    id: 'self-on-http-page-with-port',
    title: "The port of `'self'` has to be the same, whatever the scheme",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test:8080/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: [
          'http://page.test:8080/',
          'https://page.test:8080/',
          'ws://page.test:8080/',
          'wss://page.test:8080/',
        ],
        blocks: [
          'http://page.test/',
          'https://page.test/',
          'http://page.test:8081/',
          'https://page.test:8443/',
          'ws://page.test/',
          'wss://page.test/',
          'wss://page.test:8443/',
        ],
      },
    ],
  },
  {
    id: 'self-on-https-page-with-port',
    title: "On an https page with a port `'self'` is that port alone",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'https://page.test:8443/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test:8443/', 'wss://page.test:8443/'],
        blocks: [
          'https://page.test/',
          'https://page.test:8444/',
          'https://api.test:8443/',
          'wss://page.test/',
        ],
      },
    ],
  },
  {
    id: 'self-on-swapped-default-ports',
    title: "The default port of another scheme is no default port for `'self'`",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test:443/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['http://page.test:443/', 'ws://page.test:443/'],
        blocks: ['https://page.test/', 'http://page.test/', 'wss://page.test/', 'ws://page.test/'],
      },
      {
        page: 'https://page.test:80/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test:80/', 'wss://page.test:80/'],
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'self-on-a-subdomain',
    title: "`'self'` on a subdomain is not its parent, nor a neighbour",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'https://www.page.test/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://www.page.test/', 'wss://www.page.test/'],
        blocks: [
          'https://page.test/',
          'https://www2.page.test/',
          'https://a.www.page.test/',
          'wss://page.test/',
        ],
      },
    ],
  },
  {
    id: 'self-on-an-address',
    title:
      "`'self'` works on a page whose host is an IP address or `localhost`: hosts are compared, not matched",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'https://127.0.0.1/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
        blocks: ['https://127.0.0.2/', 'https://localhost/', 'https://127.0.0.1:8443/', 'wss://127.0.0.2/'],
      },
      {
        page: 'https://[::1]/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://[::1]/', 'https://[0:0::1]/expanded', 'wss://[::1]/'],
        blocks: ['https://127.0.0.1/', 'https://[::1]:8443/', 'wss://[::1]:8443/'],
      },
      {
        page: 'https://localhost/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://localhost/', 'wss://localhost/'],
        blocks: [
          'https://127.0.0.1/',
          'https://www.localhost/',
          'https://localhost:8443/',
          'wss://127.0.0.1/',
        ],
      },
    ],
  },
  {
    id: 'self-on-odd-hosts',
    title: "`'self'` is the host as the URL parser writes it, in punycode and with its trailing dot",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'https://bücher.test/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://bücher.test/', 'https://xn--bcher-kva.test/punycode', 'wss://bücher.test/'],
        blocks: ['https://api.test/', 'https://bücher.test:8443/'],
      },
      {
        page: 'https://api.test./',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://api.test./', 'wss://api.test./'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'self-ignores-case',
    title: "The case of `'self'` does not matter",
    spec: 'CSP#framework-directive-source-list',
    documents: ["'SELF'", "'Self'", "'sElF'"].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'self-misspelt',
    title: "What merely resembles `'self'` matches nothing",
    spec: 'CSP#framework-directive-source-list',
    documents: [
      "'self",
      "self'",
      '"self"',
      "''self''",
      "'self'/",
      "'self':443",
      "https://'self'",
      "'this'",
      "'same-origin'",
      "'selfie'",
      '(self)',
      '`self`',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
    })),
  },
  {
    id: 'self-beside-others',
    title: "`'self'` and a host are alternatives",
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: "connect-src 'self' https://api.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://page.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'self-is-not-a-blob',
    title: "`'self'` does not match a blob: URL, though its origin is the page’s",
    spec: 'CSP#match-url-to-source-expression',
    sources: ['https://github.com/w3c/webappsec-csp/issues/487'],
    documents: [
      {
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['blob:', 'data:text/plain,ok'],
      },
    ],
  },
] satisfies Scenario[];
