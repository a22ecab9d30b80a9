import type { Scenario } from '../../harness/plan/scenario.ts';
import { everything, http, webSockets } from '../shared/mechanisms.ts';

/** Mechanisms by which script sees how it went. */
const seen = ['fetch', 'XMLHttpRequest', 'EventSource'];

/** SW#content-security-policy: a service worker is under the policies its script was served with. */
export default [
  {
    id: 'service-worker-has-its-own-policy',
    title: 'What a service worker connects to by itself is under the policy of its script',
    spec: 'SW#content-security-policy',
    documents: [
      {
        context: 'service-worker',
        policy: 'connect-src https://api.test wss://api.test',
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        context: 'service-worker',
        policy: "connect-src 'none'",
        by: everything,
        blocks: ['https://page.test/', 'wss://page.test/', { url: 'data:,text', by: ['fetch'] }],
      },
      {
        context: 'service-worker',
        policy: "connect-src 'self'",
        by: everything,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://www.page.test/', 'wss://third.test/'],
      },
      {
        context: 'service-worker',
        policy: "default-src https://api.test; script-src 'self'",
        by: everything,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context: 'service-worker',
        policy: [
          'connect-src https://api.test https://third.test',
          'connect-src https://api.test https://other.test',
        ],
        by: everything,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
    ],
  },
  {
    id: 'service-worker-beside-its-documents-policy',
    title: 'The policy of the document that registers a service worker is not the service worker’s',
    spec: 'SW#content-security-policy',
    documents: [
      {
        context: 'service-worker',
        creator: { policy: "connect-src 'none'" },
        by: everything,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        context: 'service-worker',
        creator: { policy: 'connect-src https://third.test' },
        policy: 'connect-src https://api.test',
        by: everything,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'service-worker-redirects',
    title: 'A redirect of a service worker’s own fetch is checked under the service worker’s policy',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        context: 'service-worker',
        policy: 'connect-src https://api.test',
        by: ['fetch', 'fetch no-cors', 'fetch keepalive', 'Cache.add', 'EventSource'],
        allows: [{ url: 'https://api.test/from', redirects: ['https://api.test/to'] }],
        blocks: [
          { url: 'https://api.test/from', redirects: ['https://third.test/to'] },
          { url: 'https://third.test/from', redirects: ['https://api.test/to'] },
        ],
      },
    ],
  },
  {
    id: 'service-worker-report-only',
    title:
      'A report-only policy on a service worker’s script blocks nothing, and its event is fired at the service worker',
    spec: 'CSP#report-for-request',
    documents: [
      {
        context: 'service-worker',
        reportOnly: 'connect-src https://third.test',
        by: [...http, ...webSockets],
        allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'service-worker-forwards-under-its-own-policy',
    title: 'fetch(event.request) is a fetch of the service worker: its policy decides, and it gets the event',
    spec: 'SW#content-security-policy',
    documents: [
      {
        context: 'forwarding-service-worker',
        policy: 'connect-src https://api.test',
        by: [
          'fetch',
          'fetch no-cors',
          'fetch keepalive',
          'XMLHttpRequest',
          'EventSource',
          'sendBeacon',
          'a[ping]',
        ],
        allows: [
          'https://api.test/',
          { url: 'https://api.test/from', redirects: ['https://api.test/to'], by: seen },
        ],
        blocks: [
          'https://third.test/',
          'https://page.test/',
          { url: 'https://api.test/from', redirects: ['https://third.test/to'], by: seen },
        ],
      },
      {
        context: 'forwarding-service-worker',
        policy: "connect-src 'none'",
        by: ['fetch', 'fetch no-cors', 'XMLHttpRequest', 'EventSource'],
        blocks: ['https://page.test/', 'https://api.test/'],
      },
      {
        context: 'forwarding-service-worker',
        reportOnly: "connect-src 'none'",
        by: ['fetch', 'XMLHttpRequest', 'EventSource'],
        allows: ['https://api.test/'],
      },
    ],
  },
] satisfies Scenario[];
