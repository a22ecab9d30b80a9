import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp } from '../shared/mechanisms.ts';

const third = 'https://third.test/collect';

export default [
  {
    id: 'regression-ping-bypass',
    title: 'A ping is a connection: it does not leave when connect-src stops it, while the link still works',
    spec: 'HTML#hyperlink-auditing',
    sources: ['https://github.com/w3c/webappsec/pull/99'],
    documents: [
      {
        policy: "default-src 'self'",
        by: ['a[ping]', 'area[ping]'],
        allows: ['https://page.test/ping'],
        blocks: [third],
      },
      {
        policy: "connect-src 'none'; img-src *; script-src *",
        by: ['a[ping]', 'area[ping]'],
        blocks: ['https://page.test/ping', third],
      },
      { meta: "connect-src 'none'", by: ['a[ping]', 'area[ping]'], blocks: [third] },
    ],
  },
  {
    id: 'regression-beacon-exception',
    title: 'A beacon that is stopped neither throws nor returns false, for it is fetched in parallel',
    spec: 'BEACON#sec-processing-model',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/120',
      'https://github.com/w3c/beacon/issues/82',
      'https://github.com/web-platform-tests/wpt/pull/5205',
    ],
    documents: [
      { policy: "connect-src 'none'", by: 'sendBeacon', blocks: ['https://page.test/beacon', third] },
      {
        policy: "connect-src 'self'",
        by: 'sendBeacon',
        blocks: [
          { url: third, options: { type: 'application/json' } },
          { url: third, options: { type: 'text/plain' } },
        ],
      },
    ],
  },
  {
    id: 'regression-event-source-exception',
    title: 'An EventSource that is stopped is constructed without an exception, and fails by an event',
    spec: 'HTML#dom-eventsource',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/120',
      'https://github.com/web-platform-tests/wpt/pull/5205',
    ],
    documents: [
      { policy: "connect-src 'none'", by: 'EventSource', blocks: ['https://page.test/events', third] },
      {
        context: 'worker',
        policy: "connect-src 'none'",
        by: 'EventSource',
        blocks: ['https://page.test/events', third],
      },
    ],
  },
  {
    id: 'regression-redirect-leak',
    title:
      'A redirect does not carry a request to where connect-src would have stopped it, and the violation keeps quiet about where that is',
    spec: 'CSP#create-violation-for-request',
    sources: [
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-beacon-redirect-to-blocked.sub.html',
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-eventsource-redirect-to-blocked.sub.html',
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-xmlhttprequest-redirect-to-blocked.sub.html',
      'https://github.com/w3c/webappsec-csp/issues/517',
    ],
    documents: [
      {
        policy: "connect-src 'self'",
        by: [...everyHttp, 'fetch Request'],
        blocks: [
          {
            url: 'https://page.test/open-redirect',
            redirects: [{ status: 307, to: 'https://third.test/secret/path', cors: '*' }],
          },
        ],
      },
    ],
  },
  {
    id: 'regression-preload-bypass',
    title: 'A preload for fetch() is a connection, whatever other directives allow',
    spec: 'HTML#link-type-preload',
    sources: ['https://github.com/w3c/webappsec-csp/issues/542'],
    documents: [
      {
        policy: "connect-src 'self'; img-src *; font-src *; style-src *; media-src *",
        by: 'link[rel=preload][as=fetch]',
        allows: ['https://page.test/'],
        blocks: [third],
      },
    ],
  },
  {
    id: 'regression-prefetch-bypass',
    title: 'A prefetch carries nothing out where default-src allows no other host',
    spec: 'CSP#does-resource-hint-violate-policy',
    sources: [
      'https://github.com/w3c/resource-hints/issues/73',
      'https://github.com/w3c/webappsec-csp/issues/107',
      'https://github.com/w3c/webappsec-csp/pull/582',
    ],
    documents: [
      { policy: "default-src 'self'", by: 'link[rel=prefetch]', blocks: [third] },
      {
        policy: "default-src 'self'; script-src 'self'; connect-src 'self'",
        by: 'link[rel=prefetch]',
        blocks: [third],
      },
    ],
  },
  {
    id: 'regression-module-bypass',
    title: 'A JSON, text or bytes module is a connection, even where any script may be loaded',
    spec: 'CSP#effective-directive-for-a-request',
    sources: [
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-json-import-blocked.sub.html',
    ],
    documents: [
      {
        policy: "script-src *; connect-src 'self'",
        by: ['import json', 'import text', 'import bytes', 'link[rel=modulepreload][as=json]'],
        allows: ['https://page.test/data'],
        blocks: [third],
      },
    ],
  },
  {
    id: 'regression-deferred-fetch-bypass',
    title: 'A fetch that outlives its page, or starts late, is governed by the page’s policy all the same',
    spec: 'CSP#should-block-request',
    sources: ['https://github.com/WICG/pending-beacon/issues/57'],
    documents: [
      {
        policy: "connect-src 'self'",
        by: ['fetchLater', 'fetch keepalive', 'sendBeacon'],
        allows: ['https://page.test/'],
        blocks: [third],
      },
      { meta: "connect-src 'self'", by: ['fetchLater', 'fetch keepalive', 'sendBeacon'], blocks: [third] },
    ],
  },
] satisfies Scenario[];
