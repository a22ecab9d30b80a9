import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

const contexts = ['document', 'worker', 'blob-worker', 'srcdoc'];

export default [
  {
    id: 'report-uri-gets-a-report-of-each-block',
    title:
      'report-uri is sent one report for each violation, as application/csp-report, with the fields of the event',
    spec: 'CSP#report-violation',
    documents: [
      {
        reports: 'report-uri',
        policy: 'connect-src https://api.test',
        by: [...everyHttp, 'WebSocket'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/a?q=1#secret', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'report-uri-names-connect-src-for-default-src',
    title: 'A report of default-src names connect-src as the directive',
    spec: 'CSP#deprecated-serialize-violation',
    documents: [
      {
        reports: 'report-uri',
        policy: "default-src 'self'",
        by: [...http, 'WebSocket'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'report-uri-of-report-only',
    title: 'A report-only policy sends its report, with disposition "report", and lets the request go',
    spec: 'CSP#report-violation',
    documents: [
      {
        reports: 'report-uri',
        reportOnly: "connect-src 'none'",
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
      },
      {
        reports: 'report-uri',
        policy: 'connect-src https://api.test',
        reportOnly: "connect-src 'self'",
        by: http,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'report-uri-after-a-redirect',
    title: 'The report of a blocked redirect gives the called URL, and not where it led',
    spec: 'CSP#create-violation-for-request',
    documents: [
      {
        reports: 'report-uri',
        policy: 'connect-src https://api.test',
        by: everyHttp,
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
  {
    id: 'report-uri-of-a-page-with-an-error-status',
    title: 'status-code is the page’s own',
    spec: 'CSP#deprecated-serialize-violation',
    documents: [
      {
        reports: 'report-uri',
        status: 404,
        policy: 'connect-src https://api.test',
        by: http,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'report-uri-is-not-governed',
    title: "Reports go out under connect-src 'none' and default-src 'none': no directive governs them",
    spec: 'CSP#effective-directive-for-a-request',
    documents: [
      {
        reports: 'report-uri',
        policy: "default-src 'none'; script-src 'self'; connect-src 'none'",
        by: http,
        blocks: ['https://api.test/', 'https://report.test/'],
      },
    ],
  },
  {
    id: 'report-uri-credentials',
    title: 'Reports carry the cookies of the page’s own origin, and none to another origin of its site',
    spec: 'CSP#report-violation',
    documents: (['same-origin', 'same-site'] as const).map((collector) => ({
      reports: 'report-uri' as const,
      collector,
      policy: 'connect-src https://api.test',
      by: http,
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'report-uri-in-meta-is-dropped',
    title: 'In a meta element report-uri is removed: the block is enforced and no report is sent',
    spec: 'CSP#meta-element',
    documents: [
      {
        reports: 'report-uri',
        meta: 'connect-src https://api.test',
        by: http,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'report-uri-in-other-globals',
    title: 'Reports are sent from every kind of global that has the policy',
    spec: 'CSP#report-violation',
    documents: contexts.map((context) => ({
      context,
      reports: 'report-uri' as const,
      policy: 'connect-src https://api.test',
      by: [...http, 'WebSocket'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'report-uri-of-several-policies',
    title: 'Each of several policies sends the report of its own violation',
    spec: 'CSP#report-violation',
    documents: [
      {
        reports: 'report-uri',
        policy: ["connect-src 'self'", 'connect-src https://api.test'],
        by: http,
        blocks: ['https://api.test/', 'https://third.test/'],
      },
    ],
  },
  {
    id: 'report-uri-from-a-plain-page',
    title: 'A page over http sends its reports as well',
    spec: 'CSP#report-violation',
    documents: [
      {
        page: 'http://page.test/',
        reports: 'report-uri',
        policy: 'connect-src http://api.test',
        by: [...http, 'WebSocket'],
        blocks: ['http://third.test/', 'ws://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
