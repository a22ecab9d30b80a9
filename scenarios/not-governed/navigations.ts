import type { Scenario } from '../../harness/plan/scenario.ts';

const sameSite = ['https://page.test/next', 'https://www.page.test/next'];
const pages = ['https://page.test/next', 'https://third.test/next'];

export default [
  {
    id: 'not-governed-navigations',
    title:
      'No fetch directive governs a navigation of the top level, though its destination is none of those that the text lists',
    spec: 'CSP#effective-directive-for-a-request',
    documents: [
      { policy: "connect-src 'none'", by: 'window.open', allows: pages },
      { policy: "default-src 'self'; connect-src 'none'", by: 'window.open', allows: pages },
      { context: 'document', policy: "connect-src 'none'", by: 'window.open', allows: pages },
    ],
  },
  {
    id: 'not-governed-speculation-rules',
    title: 'No fetch directive governs what speculation rules prefetch: it is the request of a navigation',
    spec: 'HTML#speculation-rules',
    documents: [
      {
        context: 'document',
        policy: "connect-src 'none'",
        by: 'speculationrules prefetch',
        allows: sameSite,
      },
      {
        context: 'document',
        policy: "default-src 'self'; connect-src 'none'; script-src 'self' 'unsafe-inline'",
        by: 'speculationrules prefetch',
        allows: sameSite,
      },
    ],
  },
  {
    id: 'not-governed-downloads',
    title: 'No fetch directive governs a download, though its destination is the one of fetch()',
    spec: 'FETCH#destination-table',
    documents: [
      { policy: "connect-src 'none'", by: 'a[download]', allows: pages },
      { policy: "default-src 'self'; connect-src 'none'", by: 'a[download]', allows: pages },
    ],
  },
] satisfies Scenario[];
