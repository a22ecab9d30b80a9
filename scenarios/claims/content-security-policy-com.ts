import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, http, webSockets } from '../shared/mechanisms.ts';

/** A statement of content-security-policy.com's page on the directive, in our words. It may be wrong: testing it shows that. */
const site = (statement: string) => ({
  page: 'content-security-policy.com: connect-src',
  url: 'https://content-security-policy.com/connect-src/',
  statement,
});

export default [
  {
    id: 'site-governs-script-connections',
    title: 'The directive governs XMLHttpRequest, WebSocket, fetch, link pings and EventSource',
    spec: 'CSP#directive-connect-src',
    claim: site('The directive restricts the URLs that script interfaces such as these may load.'),
    documents: [
      {
        policy: "connect-src 'self'",
        by: [...http, ...webSockets],
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'site-self-is-enough-for-same-origin',
    title: "`'self'` is enough for requests to the page’s own origin",
    spec: 'CSP#match-url-to-source-expression',
    claim: site("For requests that stay on the page's own domain, 'self' will do."),
    documents: [
      {
        policy: "connect-src 'self'",
        by: everyHttp,
        allows: ['https://page.test/', 'https://page.test/api/users?q=1'],
        blocks: ['https://api.test/', 'https://www.page.test/', 'https://page.test:8443/'],
      },
    ],
  },
  {
    id: 'site-other-domains-are-listed',
    title: 'Another domain has to be listed before script can reach it',
    spec: 'CSP#match-url-to-source-list',
    claim: site('A request to another domain goes out only when the list names that domain.'),
    documents: [
      {
        policy: "connect-src 'self' api.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://www.api.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'site-cors-and-csp-are-independent',
    title:
      'A listed host without CORS is contacted though script gets nothing; an open host that is not listed is never contacted',
    spec: 'FETCH#concept-main-fetch',
    claim: site('Besides being listed, the other domain has to permit the request by its CORS headers.'),
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync', 'EventSource', 'fetch keepalive'],
        allows: [
          { url: 'https://api.test/closed', cors: 'none' },
          { url: 'https://api.test/open', cors: '*' },
          { url: 'https://api.test/for-this-origin', cors: 'origin' },
        ],
        blocks: [
          { url: 'https://third.test/closed', cors: 'none' },
          { url: 'https://third.test/open', cors: '*' },
          { url: 'https://third.test/for-this-origin', cors: 'origin' },
        ],
      },
    ],
  },
  {
    id: 'site-preflight-comes-after-csp',
    title: 'A preflighted request is blocked before its preflight leaves',
    spec: 'FETCH#concept-main-fetch',
    claim: site('The policy is asked first; CORS has its say only on what the policy lets out.'),
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: [{ url: 'https://api.test/', options: { method: 'PUT', headers: { 'X-Custom': '1' } } }],
        blocks: [
          { url: 'https://third.test/', options: { method: 'PUT', headers: { 'X-Custom': '1' } } },
          { url: 'https://third.test/rejected', cors: 'preflight-rejected', options: { method: 'DELETE' } },
        ],
      },
    ],
  },
  {
    id: 'site-console-says-so',
    title: 'The console names the directive that refused a request',
    spec: 'CSP#report-violation',
    claim: {
      ...site('A refused request is reported in the developer tools, with the directive that refused it.'),
      shows: { in: 'console', words: 'connect-src' },
    },
    documents: [
      {
        context: 'document',
        policy: "connect-src 'self'",
        by: [...http, 'WebSocket'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'site-looks-like-status-400',
    title: 'A refused request is a network error: status 0 where there is a status, and never 400',
    spec: 'FETCH#concept-network-error',
    claim: {
      ...site('The browser lets a refused request look as if the server had answered 400.'),
      shows: { in: 'outcome', words: 'status 400' },
    },
    sources: ['https://www.w3.org/TR/2012/CR-CSP-20121115/'],
    documents: [
      {
        policy: "connect-src 'none'",
        by: [...everyHttp, ...webSockets],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'site-default-src-is-the-fallback',
    title: 'Without connect-src `default-src` is used; with both, connect-src alone',
    spec: 'CSP#directive-fallback-list',
    claim: site('Where connect-src is not set, default-src is in force for connections.'),
    documents: [
      {
        policy: "default-src 'self'",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: "default-src 'self'; connect-src https://api.test",
        by: [...http, ...webSockets],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
      {
        policy: "connect-src 'self'; default-src 'self' https://api.test",
        by: [...http, ...webSockets],
        allows: ['https://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'site-self-and-web-socket-schemes',
    title: "What `'self'` means for ws and wss depends on the page’s scheme",
    spec: 'CSP#match-url-to-source-expression',
    claim: site("'self' may not cover WebSockets, which then have to be listed with their own scheme."),
    sources: ['https://github.com/w3c/webappsec-csp/issues/7'],
    documents: [
      {
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: webSockets,
        allows: ['ws://page.test/', 'wss://page.test/'],
        blocks: ['ws://page.test:8080/', 'wss://third.test/'],
      },
      {
        policy: "connect-src 'self' wss://page.test",
        by: webSockets,
        allows: ['wss://page.test/'],
        blocks: ['ws://page.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'site-unknown-is-ignored',
    title: 'Prefixed headers of old are ignored by browsers of today, and so is a directive they do not know',
    spec: 'CSP#parse-serialized-policy',
    claim: site('A browser ignores what it does not know; the directive has been there since CSP Level 1.'),
    documents: [
      {
        policy: "x-connect-src 'none'; options inline-script",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: "connect-src 'none'",
        metaName: 'X-Content-Security-Policy',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: "connect-src 'none'",
        metaName: 'X-WebKit-CSP',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
] satisfies Scenario[];
