import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, everything, http } from '../shared/mechanisms.ts';

export default [
  {
    id: 'violation-event-of-every-mechanism',
    title:
      'A block fires one securitypolicyviolation event at the document, bubbling and composed, with every field set',
    spec: 'CSP#report-violation',
    documents: [
      {
        policy: "connect-src 'none'",
        by: everything,
        blocks: ['https://api.test/', 'wss://api.test/', 'https://page.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'violation-event-even-where-script-is-told-nothing',
    title: 'What hides its result from script, as beacons and pings do, fires the event nonetheless',
    spec: 'CSP#report-violation',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['sendBeacon', 'a[ping]', 'area[ping]', 'fetchLater'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'violation-event-in-workers',
    title: 'A block in a worker fires the event at the worker’s own global, and not at its owner',
    spec: 'CSP#report-violation',
    documents: ['worker', 'blob-worker'].map((context) => ({
      context,
      policy: "connect-src 'none'",
      by: everything,
      blocks: ['https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'violation-event-names-connect-src-for-default-src',
    title:
      'Where default-src blocks in its stead, the event still names connect-src, and carries the policy that has default-src',
    spec: 'CSP#create-violation-for-request',
    documents: [
      { policy: "default-src 'self'", by: everything, blocks: ['https://api.test/', 'wss://api.test/'] },
      { meta: "default-src 'self'", by: http, blocks: ['https://api.test/'] },
    ],
  },
  {
    id: 'violation-event-carries-the-policy-whole',
    title: 'originalPolicy is the whole violated policy, with the directives that had no part in it',
    spec: 'CSP#violation-policy',
    documents: [
      {
        policy:
          "img-src https: data:; connect-src 'self' https://api.test/v1/; object-src 'none'; x-unknown value",
        by: [...http, 'WebSocket'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      { policy: '  CONNECT-SRC   HTTPS://API.TEST  ;;  ', by: http, blocks: ['https://third.test/'] },
      {
        meta: "connect-src https://api.test; frame-ancestors 'none'",
        by: http,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'violation-event-carries-the-status-of-the-page',
    title: 'statusCode is the status the page itself came with, and not that of the blocked request',
    spec: 'CSP#violation-status',
    documents: [
      ...[404, 500, 403, 201].map((status) => ({
        status,
        policy: 'connect-src https://api.test',
        by: [...http, 'WebSocket'],
        blocks: [{ url: 'https://third.test/', status: 418, by: http }, 'wss://third.test/'],
      })),
      ...[404, 500].map((status) => ({
        status,
        reportOnly: 'connect-src https://api.test',
        by: ['fetch', 'fetch keepalive', 'WebSocket'],
        allows: ['https://third.test/', 'wss://third.test/'],
      })),
    ],
  },
  {
    id: 'violation-event-carries-the-status-of-a-top-level-page',
    title: 'statusCode is the page’s own for a top-level document too',
    spec: 'CSP#violation-status',
    documents: [200, 404].map((status) => ({
      context: 'document',
      status,
      policy: 'connect-src https://api.test',
      by: [...http, 'WebSocket'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'violation-event-from-a-plain-page',
    title: 'On an http page the event has the same fields, statusCode among them',
    spec: 'CSP#report-violation',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test',
        by: everything,
        blocks: ['http://third.test/', 'ws://third.test/', 'https://third.test/'],
      },
    ],
  },
  {
    id: 'violation-event-is-not-fired-for-what-is-allowed',
    title: 'An allowed connection fires no event, not even when its server fails',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: 'connect-src https://api.test wss://api.test',
        by: everyHttp,
        allows: [
          'https://api.test/',
          { url: 'https://api.test/', status: 404 },
          { url: 'https://api.test/', status: 500 },
        ],
      },
      {
        policy: 'connect-src wss://api.test',
        by: 'WebSocket',
        allows: ['wss://api.test/', { url: 'wss://api.test/', status: 403 }],
      },
    ],
  },
] satisfies Scenario[];
