import type { Scenario } from '../../harness/plan/scenario.ts';

const calls = ['fetch', 'fetch keepalive', 'XMLHttpRequest', 'XMLHttpRequest sync'];

/** What makes a cross-origin request need a preflight, each by itself. */
const reasons = [
  { method: 'PUT', body: 'put' },
  { method: 'DELETE' },
  { method: 'PATCH', body: 'patch' },
  { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
  { method: 'GET', headers: { 'x-token': '1' } },
  { method: 'GET', headers: { authorization: 'Bearer 1' } },
];

// `fetch keepalive` is a POST with a body, which GET may not have.
const all = reasons.map((options) =>
  options.method === 'GET'
    ? { options, by: calls.filter((name) => name !== 'fetch keepalive') }
    : { options },
);

export default [
  {
    id: 'preflight-of-a-blocked-request-is-not-sent',
    title: 'The policy is asked before the preflight: a blocked request sends neither',
    spec: 'FETCH#cors-preflight-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: calls,
        allows: all.map((one) => ({ url: 'https://api.test/', ...one })),
        blocks: all.map((one) => ({ url: 'https://third.test/', ...one })),
      },
    ],
  },
  {
    id: 'preflight-has-no-check-of-its-own',
    title:
      'A preflight asks the policy nothing of its own: where the request is allowed both leave, and no violation is reported',
    spec: 'FETCH#cors-preflight-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/',
        by: calls,
        allows: [{ url: 'https://api.test/v1/users', options: { method: 'DELETE' } }],
        blocks: [{ url: 'https://api.test/v2/users', options: { method: 'DELETE' } }],
      },
    ],
  },
  {
    id: 'preflight-refusal-is-no-violation',
    title: 'A server that refuses the preflight has been asked: no violation is reported',
    spec: 'FETCH#cors-preflight-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: calls,
        allows: [
          { url: 'https://api.test/', cors: 'preflight-rejected', options: { method: 'PUT', body: 'put' } },
          { url: 'https://api.test/', cors: 'none', options: { method: 'PUT', body: 'put' } },
        ],
        blocks: [
          { url: 'https://third.test/', cors: 'preflight-rejected', options: { method: 'PUT', body: 'put' } },
        ],
      },
    ],
  },
  {
    id: 'preflight-under-report-only-is-sent',
    title: 'A report-only policy keeps no preflight back, and reports the request',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: 'connect-src https://third.test',
        by: calls,
        allows: [
          { url: 'https://api.test/', options: { method: 'PUT', body: 'put' } },
          { url: 'https://api.test/', cors: 'preflight-rejected', options: { method: 'PUT', body: 'put' } },
        ],
      },
    ],
  },
  {
    id: 'preflight-of-a-beacon-is-held-back',
    title: 'A beacon whose content type needs a preflight sends none where it is blocked',
    spec: 'BEACON#sec-processing-model',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'sendBeacon',
        allows: [{ url: 'https://api.test/', cors: 'credentials', options: { type: 'application/json' } }],
        blocks: [{ url: 'https://third.test/', cors: 'credentials', options: { type: 'application/json' } }],
      },
    ],
  },
  {
    id: 'preflight-in-workers-is-held-back',
    title: 'A worker’s blocked request sends no preflight either',
    spec: 'FETCH#cors-preflight-fetch',
    documents: ['worker', 'blob-worker'].map((context) => ({
      context,
      policy: 'connect-src https://api.test',
      by: calls,
      allows: [{ url: 'https://api.test/', options: { method: 'PUT', body: 'put' } }],
      blocks: [{ url: 'https://third.test/', options: { method: 'PUT', body: 'put' } }],
    })),
  },
  {
    id: 'preflight-is-not-needed-at-home',
    title: 'Within the page’s origin there is no preflight, and the policy is asked all the same',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        policy: 'connect-src https://page.test/open',
        by: calls,
        allows: [{ url: 'https://page.test/open', options: { method: 'PUT', body: 'put' } }],
        blocks: [{ url: 'https://page.test/closed', options: { method: 'PUT', body: 'put' } }],
      },
    ],
  },
] satisfies Scenario[];
