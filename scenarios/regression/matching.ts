import type { Scenario } from '../../harness/plan/scenario.ts';
import { http, webSockets } from '../shared/mechanisms.ts';

export default [
  {
    id: 'regression-self-web-socket',
    title: 'The keyword self covers a WebSocket to the page’s own host and port',
    spec: 'CSP#match-url-to-source-expression',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/7',
      'https://bugs.webkit.org/show_bug.cgi?id=201591',
      'https://bugs.webkit.org/show_bug.cgi?id=235873',
      'https://bugs.chromium.org/p/chromium/issues/detail?id=815142',
    ],
    documents: [
      {
        policy: "connect-src 'self'",
        by: webSockets,
        allows: ['wss://page.test/socket'],
        blocks: ['wss://third.test/socket', 'wss://page.test:8443/socket'],
      },
      {
        policy: "default-src 'self'",
        by: webSockets,
        allows: ['wss://page.test/socket'],
        blocks: ['wss://third.test/socket'],
      },
      {
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: webSockets,
        allows: ['ws://page.test/socket', 'wss://page.test/socket'],
      },
    ],
  },
  {
    id: 'regression-wildcard-web-socket',
    title: 'The wildcard covers every WebSocket, whatever the scheme of the page',
    spec: 'CSP#match-url-to-source-expression',
    sources: ['https://webkit.org/blog/6830/a-refined-content-security-policy/'],
    documents: [
      {
        policy: 'connect-src *',
        by: webSockets,
        allows: ['wss://page.test/socket', 'wss://third.test:8443/socket'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src *',
        by: webSockets,
        allows: ['ws://third.test/socket', 'wss://third.test/socket'],
      },
    ],
  },
  {
    id: 'regression-path-oracle',
    title:
      'After a redirect the path is not looked at, so that no policy can find out where another site redirects to',
    spec: 'CSP#source-list-paths-and-redirects',
    sources: ['https://github.com/w3c/webappsec-csp/issues/46'],
    documents: [
      {
        policy: 'connect-src https://page.test https://third.test/signed-in',
        by: http,
        allows: [{ url: 'https://page.test/whoami', redirects: ['https://third.test/signed-out'] }],
        blocks: ['https://third.test/signed-out'],
      },
    ],
  },
  {
    id: 'regression-blob-self',
    title: 'The keyword self does not cover blob: URLs, though their origin is the page’s',
    spec: 'CSP#match-url-to-source-expression',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/487',
      'https://github.com/w3c/webappsec-csp/pull/821',
    ],
    documents: [
      {
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['blob:'],
      },
      {
        policy: 'connect-src blob:',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: ['blob:'],
        blocks: ['https://page.test/'],
      },
      {
        policy: 'connect-src *',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['blob:', 'data:text/plain,ok'],
      },
      {
        context: 'worker',
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['blob:'],
      },
    ],
  },
] satisfies Scenario[];
