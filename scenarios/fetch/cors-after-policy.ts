import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp } from '../shared/mechanisms.ts';

/** What asks for CORS permission to read the response. */
const reading = [
  'fetch',
  'fetch keepalive',
  'XMLHttpRequest',
  'XMLHttpRequest sync',
  'EventSource',
  'Cache.add',
  'Cache.addAll',
  'import json',
  'import text',
  'link[rel=preload][as=fetch]',
  'link[rel=modulepreload][as=json]',
  'WebAssembly.instantiateStreaming',
];

/** What asks for none. */
const sending = ['fetch no-cors', 'sendBeacon', 'a[ping]', 'area[ping]'];

export default [
  {
    id: 'cors-refusal-is-no-violation',
    title:
      'A server that refuses CORS has been asked: the request left, script is refused the response, no violation is reported',
    spec: 'FETCH#cors-check',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: everyHttp,
        allows: [{ url: 'https://api.test/', cors: 'none' }],
      },
      {
        policy: 'connect-src https://api.test https://third.test',
        by: reading,
        allows: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'], cors: 'none' }],
      },
    ],
  },
  {
    id: 'cors-comes-after-policy',
    title:
      'Where the policy blocks, CORS is never reached: nothing leaves, and a violation is reported, whatever the server would say',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: reading,
        blocks: [
          { url: 'https://third.test/', cors: 'none' },
          { url: 'https://third.test/', cors: 'origin' },
          { url: 'https://third.test/', cors: 'credentials' },
        ],
      },
      {
        policy: 'connect-src https://api.test',
        context: 'worker',
        by: reading,
        blocks: [{ url: 'https://third.test/', cors: 'none' }],
      },
    ],
  },
  {
    id: 'cors-consent-of-a-server-does-not-open-the-policy',
    title:
      'A server that welcomes every origin, credentials included, is blocked all the same, at the end of a redirect too',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: reading,
        blocks: [
          {
            url: 'https://api.test/',
            redirects: [{ to: 'https://third.test/', status: 302, cors: 'credentials' }],
            cors: 'credentials',
          },
        ],
      },
    ],
  },
  {
    id: 'cors-refusal-under-report-only',
    title: 'A request that a report-only policy reports and CORS refuses is sent and reported',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: 'connect-src https://third.test',
        by: reading,
        allows: [{ url: 'https://api.test/', cors: 'none' }],
      },
    ],
  },
  {
    id: 'cors-credentials-refusal-is-no-violation',
    title:
      'A wildcard is no consent to credentials: the request leaves, script is refused, no violation is reported',
    spec: 'FETCH#cors-check',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync', 'EventSource'],
        allows: [
          { url: 'https://api.test/', cors: '*', options: { credentials: 'include', withCredentials: true } },
          {
            url: 'https://api.test/',
            cors: 'credentials',
            options: { credentials: 'include', withCredentials: true },
          },
        ],
        blocks: [
          {
            url: 'https://third.test/',
            cors: 'credentials',
            options: { credentials: 'include', withCredentials: true },
          },
        ],
      },
    ],
  },
  {
    id: 'cors-is-not-asked-for-what-cannot-read',
    title:
      'What cannot read the response needs no CORS headers, on no hop, but needs the policy’s consent on every hop',
    spec: 'FETCH#concept-request-mode',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test/only',
        by: sending,
        allows: [
          { url: 'https://api.test/', cors: 'none' },
          {
            url: 'https://api.test/',
            redirects: [{ to: 'https://third.test/other', status: 302, cors: 'none' }],
            cors: 'none',
          },
        ],
        blocks: [
          { url: 'https://other.test/', cors: 'none' },
          {
            url: 'https://api.test/',
            redirects: [{ to: 'https://other.test/', status: 302, cors: 'none' }],
            cors: 'none',
          },
          { url: 'https://third.test/other', cors: 'none' },
        ],
      },
    ],
  },
  {
    id: 'cors-has-no-say-at-home',
    title: 'The page’s own origin needs no CORS headers, and needs the policy’s consent like any other',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        policy: 'connect-src https://page.test/open',
        by: reading,
        allows: [{ url: 'https://page.test/open', cors: 'none' }],
        blocks: [{ url: 'https://page.test/closed', cors: 'none' }],
      },
    ],
  },
] satisfies Scenario[];
