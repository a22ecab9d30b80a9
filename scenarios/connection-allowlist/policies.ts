import type { Scenario } from '../../harness/plan/scenario.ts';

const by = ['fetch', 'XMLHttpRequest'];
const own = 'https://page.test/data';
const api = 'https://api.test/data';
const third = 'https://third.test/data';
const other = 'https://other.test/data';

export default [
  {
    id: 'allowlist-report-only',
    title: 'Connection-Allowlist-Report-Only blocks nothing, alone or beside an enforced list',
    spec: 'CA#headers',
    documents: [
      { allowlistReportOnly: '()', by, allows: [own, third] },
      {
        allowlistReportOnly: '();webrtc=block',
        by: 'fetch',
        allows: [{ url: own, redirects: [third] }],
      },
      {
        allowlist: '(response-origin "https://api.test")',
        allowlistReportOnly: '(response-origin)',
        by,
        allows: [own, api],
        blocks: [third],
      },
    ],
  },
  {
    id: 'allowlist-and-csp',
    title: 'A connection needs both: an allowlist and the Content Security Policy that let it through',
    spec: 'CA#fetch',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test',
        allowlist: '(response-origin "https://api.test" "https://other.test")',
        by,
        allows: [api],
        blocks: [own, third, other],
      },
      {
        meta: 'connect-src https://api.test https://third.test',
        allowlist: '(response-origin "https://api.test" "https://other.test")',
        by,
        allows: [api],
        blocks: [third, other],
      },
      {
        reportOnly: "connect-src 'none'",
        allowlist: '(response-origin "https://api.test")',
        by,
        allows: [api],
        blocks: [third],
      },
      {
        policy: 'connect-src https://api.test',
        allowlist: '(response-origin "https://api.test");redirects=allow',
        by: 'fetch',
        allows: [{ url: api, redirects: ['https://api.test/next'] }],
        blocks: [{ url: api, redirects: [third] }],
      },
    ],
  },
  {
    id: 'allowlist-reports',
    title: 'An allowlist that names an endpoint reports what it does not let through, and only that one',
    spec: 'CA#reporting',
    documents: [
      {
        allowlist: '(response-origin "https://api.test")',
        reports: 'report-to',
        by,
        allows: [api],
        blocks: [third, { url: api, redirects: [third] }],
      },
      {
        allowlistReportOnly: '(response-origin "https://api.test")',
        reports: 'report-to',
        by,
        allows: [api, third],
      },
      {
        allowlist: '(response-origin)',
        reports: 'report-to',
        by: 'RTCPeerConnection',
        blocks: ['stun:127.0.0.1:3478'],
      },
      {
        context: 'worker',
        allowlist: '(response-origin "https://api.test")',
        reports: 'report-to',
        by: 'fetch',
        allows: [api],
        blocks: [third],
      },
    ],
  },
] satisfies Scenario[];
