import type { Scenario } from '../../harness/plan/scenario.ts';

const allowlist = '(response-origin "https://api.test")';
const api = 'https://api.test/next';
const third = 'https://third.test/next';

export default [
  {
    id: 'allowlist-navigations',
    title: 'An allowlist governs the navigations that its document starts, of frames and of windows it opens',
    spec: 'CA#matching',
    sources: [
      'https://github.com/WICG/connection-allowlists/pull/26',
      'https://github.com/WICG/connection-allowlists/issues/15',
    ],
    documents: [
      {
        allowlist,
        by: ['iframe', 'location.assign', 'form', 'embed', 'object', 'window.open'],
        allows: [api],
        blocks: [third],
      },
      { context: 'document', allowlist, by: ['iframe', 'window.open'], allows: [api], blocks: [third] },
    ],
  },
  {
    id: 'allowlist-navigations-report-only',
    title: 'An allowlist that only reports lets every navigation through',
    spec: 'CA#reporting',
    documents: [{ allowlistReportOnly: allowlist, by: ['iframe', 'window.open'], allows: [third] }],
  },
  {
    id: 'allowlist-navigations-redirected',
    title: 'A navigation that is redirected is blocked, unless the allowlist lets redirects pass',
    spec: 'CA#matching',
    documents: [
      {
        allowlist,
        by: ['iframe', 'window.open'],
        blocks: [{ url: api, redirects: ['https://api.test/there'] }],
      },
      {
        allowlist: `${allowlist};redirects=allow`,
        by: ['iframe', 'window.open'],
        allows: [{ url: api, redirects: [third] }],
      },
    ],
  },
  {
    id: 'allowlist-redirect-after-the-document-is-gone',
    title: 'A redirect that comes when the document is gone is blocked by its allowlist all the same',
    spec: 'CA#redirects',
    documents: [
      {
        context: 'removed-frame',
        allowlist,
        by: ['sendBeacon', 'fetch keepalive', 'fetchLater'],
        allows: [api],
        blocks: [third, { url: api, redirects: ['https://api.test/there'] }],
      },
    ],
  },
] satisfies Scenario[];
