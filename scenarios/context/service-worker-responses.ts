import type { Scenario } from '../../harness/plan/scenario.ts';

/** What a service worker may answer with; script sees whether it got through. */
const by = ['fetch', 'fetch no-cors', 'XMLHttpRequest', 'EventSource', 'Cache.add'];

/**
 * Those whose responses end. A browser may keep a stream open in the service worker after the page has closed it, and
 * has six connections a host.
 */
const withoutStream = by.filter((name) => name !== 'EventSource');

/** CSP#should-block-response: what a service worker answers is checked by the URL of its response. */
export default [
  {
    id: 'page-before-its-service-worker',
    title: 'A page’s policy is asked before its service worker: what it blocks, no service worker can answer',
    spec: 'CSP#should-block-request',
    documents: ['forwarded-frame', 'synthesised-frame', 'substituted-frame'].flatMap((context) => [
      {
        context,
        policy: 'connect-src https://third.test',
        by,
        allows: ['https://third.test/'],
        blocks: ['https://api.test/', 'https://page.test/'],
      },
      { context, policy: "connect-src 'none'", by, blocks: ['https://page.test/', 'https://third.test/'] },
    ]),
  },
  {
    id: 'preload-before-its-service-worker',
    title: 'A preload for fetch() is blocked before the service worker is asked, as the fetch() would be',
    spec: 'CSP#should-block-request',
    documents: ['forwarded-frame', 'synthesised-frame', 'substituted-frame'].map((context) => ({
      context,
      policy: 'connect-src https://third.test',
      by: 'link[rel=preload][as=fetch]',
      allows: ['https://third.test/'],
      blocks: ['https://api.test/', 'https://page.test/'],
    })),
  },
  {
    id: 'service-worker-response-without-url',
    title: 'A response that a service worker makes has no URL but the request’s, which is allowed already',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      {
        context: 'synthesised-frame',
        policy: 'connect-src https://api.test',
        by,
        allows: ['https://api.test/', 'https://api.test/nowhere?q=1'],
        blocks: ['https://third.test/'],
      },
      {
        context: 'synthesised-frame',
        policy: 'connect-src https://api.test/v1/',
        by,
        allows: ['https://api.test/v1/users'],
        blocks: ['https://api.test/v2/users'],
      },
    ],
  },
  {
    id: 'service-worker-response-under-default-src',
    title:
      'Where default-src stands in, the URL of a service worker’s response is checked against it as well',
    spec: 'CSP#default-src-post-request',
    documents: [
      {
        context: 'substituted-frame',
        policy: "default-src https://api.test; script-src 'self'",
        by: withoutStream,
        blocks: ['https://api.test/'],
      },
      {
        context: 'substituted-frame',
        policy: "default-src https://api.test https://third.test; script-src 'self'",
        by: withoutStream,
        allows: ['https://api.test/'],
      },
    ],
  },
  {
    id: 'service-worker-response-of-another-url',
    title: 'A response that a service worker took from another URL is blocked where that URL is not allowed',
    spec: 'CSP#should-block-response',
    documents: [
      {
        context: 'substituted-frame',
        policy: 'connect-src https://api.test',
        by,
        blocks: ['https://api.test/'],
      },
      {
        context: 'substituted-frame',
        policy: 'connect-src https://api.test https://third.test',
        by: withoutStream,
        allows: ['https://api.test/', 'https://third.test/'],
      },
      {
        context: 'substituted-frame',
        policy: 'connect-src https://api.test https://third.test/substitute',
        by: withoutStream,
        allows: ['https://api.test/'],
      },
      {
        context: 'substituted-frame',
        policy: 'connect-src https://api.test https://third.test/elsewhere',
        by: withoutStream,
        blocks: ['https://api.test/', 'https://third.test/elsewhere'],
      },
      {
        context: 'substituted-frame',
        policy: ['connect-src https://api.test https://third.test', 'connect-src https://api.test'],
        by: withoutStream,
        blocks: ['https://api.test/'],
      },
      {
        context: 'substituted-frame',
        reportOnly: 'connect-src https://api.test',
        by: withoutStream,
        allows: ['https://api.test/'],
      },
      { context: 'substituted-frame', by: withoutStream, allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'service-worker-response-after-redirects',
    title:
      'Redirects that a service worker followed are no redirects of the page: the last URL is matched, path and all',
    spec: 'CSP#should-block-response',
    sources: ['https://github.com/w3c/webappsec-csp/issues/261'],
    documents: [
      {
        context: 'forwarded-frame',
        policy: 'connect-src https://api.test',
        by: ['fetch', 'fetch no-cors', 'XMLHttpRequest', 'EventSource'],
        allows: [
          'https://api.test/',
          { url: 'https://api.test/from', redirects: ['https://api.test/to'] },
          { url: 'https://api.test/from', redirects: ['https://third.test/through', 'https://api.test/to'] },
        ],
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
      {
        context: 'forwarded-frame',
        policy: 'connect-src https://api.test/v1/',
        by: ['fetch', 'XMLHttpRequest'],
        allows: [{ url: 'https://api.test/v1/from', redirects: ['https://api.test/v1/to'] }],
        blocks: [{ url: 'https://api.test/v1/from', redirects: ['https://api.test/v2/to'] }],
      },
    ],
  },
  {
    id: 'service-worker-answers-with-a-redirect',
    title:
      'A redirect that a service worker answers with is one of the page: its target is asked for, without its path',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        context: 'redirected-frame',
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest'],
        allows: [{ url: 'https://page.test/', options: { redirect: 'manual' }, by: ['fetch'] }],
        blocks: ['https://page.test/'],
      },
      {
        context: 'redirected-frame',
        policy: "connect-src 'self' https://third.test",
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['https://page.test/'],
      },
      {
        context: 'redirected-frame',
        policy: "connect-src 'self' https://third.test/elsewhere",
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['https://page.test/'],
      },
    ],
  },
  {
    id: 'service-worker-forwards-a-manual-redirect',
    title: 'Of a redirect that nobody follows the first URL is checked, through a service worker as well',
    spec: 'FETCH#concept-http-fetch',
    documents: [
      {
        context: 'forwarded-frame',
        policy: 'connect-src https://api.test',
        by: 'fetch',
        allows: [
          {
            url: 'https://api.test/from',
            redirects: ['https://third.test/to'],
            options: { redirect: 'manual' },
          },
        ],
        blocks: [
          {
            url: 'https://third.test/from',
            redirects: ['https://api.test/to'],
            options: { redirect: 'manual' },
          },
        ],
      },
    ],
  },
  {
    id: 'service-worker-response-opaque',
    title: 'An opaque response of a service worker is checked by its URL, which script cannot see',
    spec: 'CSP#should-block-response',
    documents: [
      {
        context: 'opaque-frame',
        policy: 'connect-src https://api.test',
        by: 'fetch no-cors',
        blocks: ['https://api.test/'],
      },
      {
        context: 'opaque-frame',
        policy: 'connect-src https://api.test https://third.test',
        by: 'fetch no-cors',
        allows: ['https://api.test/'],
      },
      {
        context: 'opaque-frame',
        policy: 'connect-src https://api.test https://third.test/elsewhere',
        by: 'fetch no-cors',
        blocks: ['https://api.test/'],
      },
    ],
  },
  {
    id: 'web-socket-past-the-service-worker',
    title: 'A WebSocket passes by the service worker, and the page’s policy alone decides',
    spec: 'WS#concept-websocket-establish',
    documents: ['forwarded-frame', 'synthesised-frame', 'substituted-frame'].map((context) => ({
      context,
      policy: 'connect-src wss://api.test',
      by: ['WebSocket', 'WebSocketStream'],
      allows: ['wss://api.test/'],
      blocks: ['wss://third.test/'],
    })),
  },
] satisfies Scenario[];
