import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

export default [
  {
    id: 'report-to-gets-a-report-of-each-block',
    title: 'report-to sends each violation to the endpoint of that name, as application/reports+json',
    spec: 'CSP#report-violation',
    documents: [
      {
        reports: 'report-to',
        policy: 'connect-src https://api.test',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/a?q=1#secret', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'report-to-of-report-only',
    title: 'A report-only policy reports to its endpoint, with disposition "report"',
    spec: 'CSP#report-violation',
    documents: [
      { reports: 'report-to', reportOnly: "connect-src 'none'", by: http, allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'report-to-credentials',
    title: 'Uploads carry the cookies of the page’s own origin, and none to another origin of its site',
    spec: 'CSP#report-violation',
    documents: (['same-origin', 'same-site'] as const).map((collector) => ({
      reports: 'report-to' as const,
      collector,
      policy: 'connect-src https://api.test',
      by: http,
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'report-to-after-a-redirect',
    title: 'blockedURL of a redirect is the URL that was called',
    spec: 'CSP#create-violation-for-request',
    documents: [
      {
        reports: 'report-to',
        policy: 'connect-src https://api.test',
        by: http,
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
  {
    id: 'report-to-goes-before-report-uri',
    title: 'Where a policy has report-to, its report-uri is passed over',
    spec: 'CSP#report-violation',
    documents: [
      {
        reports: 'report-to',
        policy: 'connect-src https://api.test; report-uri https://report.test/report/?document=passed-over',
        by: http,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'report-to-in-meta-is-kept',
    title: 'A meta element’s policy may report to an endpoint that the page’s header names',
    spec: 'CSP#meta-element',
    documents: [
      {
        reports: 'report-to',
        meta: 'connect-src https://api.test',
        by: http,
        blocks: ['https://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
