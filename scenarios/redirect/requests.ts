import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

const statuses = [301, 302, 303, 307, 308] as const;
const withCredentials = (to: string) => ({ to, status: 302 as const, cors: 'credentials' as const });

export default [
  {
    id: 'redirect-of-a-post-is-checked',
    title:
      'A POST is checked at the target of its redirect, whether it stays a POST (307, 308) or becomes a GET',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: statuses.map((status) => ({
          url: 'https://api.test/from',
          redirects: [{ status, to: 'https://api.test/to', cors: '*' as const }],
          options: { method: 'POST', body: 'posted' },
        })),
        blocks: statuses.map((status) => ({
          url: 'https://api.test/from',
          redirects: [{ status, to: 'https://third.test/to', cors: '*' as const }],
          options: { method: 'POST', body: 'posted' },
        })),
      },
    ],
  },
  {
    id: 'redirect-of-a-preflighted-request-is-checked',
    title:
      'The target of a preflighted request’s redirect is checked before a second preflight is sent to it',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: [
          {
            url: 'https://api.test/from',
            redirects: ['https://api.test/to'],
            options: { headers: { 'x-token': '1' } },
          },
        ],
        blocks: [
          {
            url: 'https://api.test/from',
            redirects: ['https://third.test/to'],
            options: { headers: { 'x-token': '1' } },
          },
          {
            url: 'https://api.test/from',
            redirects: ['https://third.test/to'],
            options: { method: 'PUT', body: 'put' },
          },
          {
            url: 'https://api.test/from',
            redirects: ['https://third.test/to'],
            options: { method: 'DELETE' },
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-with-credentials-is-checked',
    title: 'Requests with credentials are checked at the target of a redirect',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'EventSource'],
        allows: [
          {
            url: 'https://api.test/from',
            redirects: [withCredentials('https://api.test/to')],
            cors: 'credentials',
            options: { credentials: 'include', withCredentials: true },
          },
        ],
        blocks: [
          {
            url: 'https://api.test/from',
            redirects: [withCredentials('https://third.test/to')],
            cors: 'credentials',
            options: { credentials: 'include', withCredentials: true },
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-of-a-beacon-with-a-type-is-checked',
    title: 'A beacon that is sent in CORS mode for its content type is checked at the target of a redirect',
    spec: 'BEACON#sec-processing-model',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'sendBeacon',
        allows: [
          {
            url: 'https://api.test/from',
            redirects: [withCredentials('https://api.test/to')],
            cors: 'credentials',
            options: { type: 'application/json' },
          },
        ],
        blocks: [
          {
            url: 'https://api.test/from',
            redirects: [withCredentials('https://third.test/to')],
            cors: 'credentials',
            options: { type: 'application/json' },
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-in-same-origin-mode-is-checked',
    title: 'Mode same-origin allows redirects within the page’s origin, and the policy is asked as well',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      {
        policy: 'connect-src https://page.test/from',
        by: 'fetch',
        allows: [
          {
            url: 'https://page.test/from',
            redirects: ['https://page.test/to'],
            options: { mode: 'same-origin' },
          },
        ],
        blocks: [
          {
            url: 'https://page.test/elsewhere',
            redirects: ['https://page.test/to'],
            options: { mode: 'same-origin' },
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-in-other-contexts-is-checked',
    title: 'Redirects are checked by the policy of the global that asked, in workers and inherited ones too',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: ['srcdoc', 'worker', 'blob-worker'].map((context) => ({
      context,
      policy: 'connect-src https://api.test/from',
      by: [...http, 'fetch keepalive', 'Cache.add'],
      allows: [{ url: 'https://api.test/from', redirects: ['https://api.test/to'] }],
      blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
    })),
  },
] satisfies Scenario[];
