import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

/** What takes a URL with user name and password; `fetch()` refuses one before any policy is asked. */
const takesUserinfo = [
  'XMLHttpRequest',
  'XMLHttpRequest sync',
  'EventSource',
  'sendBeacon',
  'a[ping]',
  'area[ping]',
];

export default [
  {
    id: 'blocked-uri-has-path-and-query',
    title: 'blockedURI is the URL as it was called, path and query included',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: everyHttp,
        blocks: ['https://third.test/a/b?q=1', 'https://third.test:8443/a'],
      },
    ],
  },
  {
    id: 'blocked-uri-has-no-fragment',
    title: 'blockedURI has no fragment',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      { policy: 'connect-src https://api.test', by: everyHttp, blocks: ['https://third.test/a#secret'] },
    ],
  },
  {
    id: 'blocked-uri-has-no-userinfo',
    title: 'blockedURI has neither user name nor password',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: takesUserinfo,
        blocks: ['https://user:password@third.test/a', 'https://user@third.test/a#secret'],
      },
      {
        policy: 'connect-src https://api.test',
        context: 'worker',
        by: 'XMLHttpRequest',
        blocks: ['https://user:password@third.test/a'],
      },
    ],
  },
  {
    id: 'blocked-uri-is-written-as-the-url-standard-does',
    title: 'blockedURI is serialised anew: lower-case host, no default port, dots resolved, spaces encoded',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: http,
        blocks: ['HTTPS://THIRD.TEST:443/a/../B c', 'https://third.test/%7Ea/%41'],
      },
    ],
  },
  {
    id: 'blocked-uri-of-local-schemes-is-the-scheme',
    title: 'Of a URL that is not http(s), blockedURI gives away the scheme and nothing else',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      {
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['data:text/plain,secret', 'blob:'],
      },
      {
        reportOnly: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['data:text/plain,secret', 'blob:'],
      },
    ],
  },
  {
    id: 'blocked-uri-of-websockets',
    title:
      'blockedURI of a WebSocket is the URL of its request, without fragment (WebSocket URLs have none) and userinfo',
    spec: 'CSP#strip-url-for-use-in-reports',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['WebSocket', 'WebSocketStream'],
        blocks: ['wss://third.test/a/b?q=1', 'wss://third.test:8443/a', 'wss://user:password@third.test/a'],
      },
    ],
  },
  {
    id: 'blocked-uri-after-a-redirect-is-the-called-url',
    title: 'After redirects blockedURI is still the URL that was called: where it led is not given away',
    spec: 'CSP#create-violation-for-request',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: everyHttp,
        blocks: [
          { url: 'https://api.test/from?q=1#secret', redirects: ['https://third.test/to'] },
          {
            url: 'https://api.test/from',
            redirects: ['https://api.test/second', 'https://third.test/third'],
          },
        ],
      },
      {
        reportOnly: 'connect-src https://api.test',
        by: http,
        allows: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
      {
        policy: 'connect-src https://api.test',
        context: 'worker',
        by: http,
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
] satisfies Scenario[];
