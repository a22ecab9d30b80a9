import type { Scenario } from '../../harness/plan/scenario.ts';
import { localWorkers } from '../shared/contexts.ts';
import { eachPath, everything, http } from '../shared/mechanisms.ts';

/** HTML#initialize-worker-policy-container: a blob: or data: worker has a copy of its creator's policies. */
export default [
  {
    id: 'local-worker-inherits',
    title: 'A blob: or data: worker, dedicated or shared, is under the policies of the global that made it',
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: everything,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'local-worker-of-a-free-creator',
    title: 'Where the creator has no policy, its blob: and data: workers have none',
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.map((context) => ({
      context,
      by: eachPath,
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'local-worker-inherits-none',
    title: "'none' on the document stops every connection of its blob: and data: workers",
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.map((context) => ({
      context,
      policy: "connect-src 'none'",
      by: [...http, 'WebSocket'],
      blocks: [
        'https://page.test/',
        'wss://page.test/',
        { url: 'data:,text', by: ['fetch', 'XMLHttpRequest'] },
        // An opaque origin cannot read its own blob: URLs everywhere.
        ...(context.startsWith('data-') ? [] : [{ url: 'blob:', by: ['fetch', 'XMLHttpRequest'] }]),
      ],
    })),
  },
  {
    id: 'local-worker-inherits-metas',
    title: 'A blob: or data: worker inherits the policies of its document’s metas',
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.map((context) => ({
      context,
      meta: 'connect-src https://api.test wss://api.test',
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'local-worker-inherits-all-policies',
    title:
      'A blob: or data: worker inherits every policy of its document, headers and metas, and all have to allow',
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.map((context) => ({
      context,
      policy: [
        'connect-src https://api.test https://third.test',
        'connect-src https://api.test https://other.test',
      ],
      meta: 'connect-src https://api.test https://third.test https://other.test https://example.com',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://other.test/', 'https://example.com/'],
    })),
  },
  {
    id: 'local-worker-inherits-each-header',
    title: 'A blob: or data: worker inherits each header of its document, whichever of them blocks',
    spec: 'HTML#initialize-worker-policy-container',
    documents: localWorkers.flatMap((context) =>
      [
        ["connect-src 'none'", 'connect-src https://api.test'],
        ['connect-src https://api.test', "connect-src 'none'"],
      ].map((policy) => ({
        context,
        policy,
        by: ['fetch', 'XMLHttpRequest'],
        blocks: ['https://api.test/'],
      })),
    ),
  },
  {
    id: 'local-worker-self',
    title:
      "In a blob: or data: worker 'self' is the origin of the creator’s response, even where the worker’s own is opaque",
    spec: 'CSP#match-url-to-source-expression',
    documents: localWorkers.flatMap((context) => [
      {
        context,
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://www.page.test/', 'wss://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['http://page.test/', 'https://page.test/', 'ws://page.test/', 'wss://page.test/'],
        blocks: ['http://www.page.test/', 'http://third.test/'],
      },
    ]),
  },
  {
    id: 'local-worker-schemeless-host',
    title: 'In a blob: or data: worker a host without scheme takes its scheme from the creator’s response',
    spec: 'CSP#match-url-to-source-expression',
    documents: localWorkers.flatMap((context) => [
      {
        context,
        policy: 'connect-src api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        policy: 'connect-src api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/'],
        blocks: ['http://third.test/'],
      },
    ]),
  },
  {
    id: 'local-worker-default-src',
    title: 'default-src stands in for a missing connect-src in policies that workers inherit',
    spec: 'CSP#should-directive-execute',
    // A module worker from a blob: URL asks script-src for its own script, and would not start.
    documents: localWorkers
      .filter((context) => context !== 'blob-module-worker')
      .map((context) => ({
        context,
        policy: "default-src https://api.test; script-src 'self'; worker-src blob: data:",
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      })),
  },
  {
    id: 'local-worker-redirects',
    title: 'A redirect inside a blob: or data: worker is checked hop by hop under the inherited policy',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: ['blob-worker', 'data-worker'].map((context) => ({
      context,
      policy: 'connect-src https://api.test',
      by: ['fetch', 'XMLHttpRequest', 'EventSource'],
      allows: [{ url: 'https://api.test/from', redirects: ['https://api.test/to'] }],
      blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
    })),
  },
  {
    id: 'local-worker-report-only',
    title: 'A report-only policy is inherited as report-only, and its event is fired at the worker',
    spec: 'CSP#report-for-request',
    documents: localWorkers.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
