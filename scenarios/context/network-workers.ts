import type { Scenario } from '../../harness/plan/scenario.ts';
import { networkWorkers } from '../shared/contexts.ts';
import { eachPath, everything, http } from '../shared/mechanisms.ts';

/** HTML#initialize-worker-policy-container: a worker whose script came from a server has its response's policies. */
export default [
  {
    id: 'network-worker-has-its-own-policy',
    title: 'A dedicated, module, nested or shared worker is under the policy its script was served with',
    spec: 'HTML#initialize-worker-policy-container',
    documents: networkWorkers.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: everything,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'network-worker-without-policy',
    title:
      'A worker whose script was served without a policy is free, whatever the document that made it may not do',
    spec: 'HTML#initialize-worker-policy-container',
    documents: networkWorkers.flatMap((context) => [
      {
        context,
        creator: { policy: "connect-src 'none'" },
        by: eachPath,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        context,
        creator: { meta: "connect-src 'none'", reportOnly: "connect-src 'none'" },
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
      },
    ]),
  },
  {
    id: 'network-worker-beside-its-creators-policy',
    title: 'With a policy on the document and one on the script, the script’s alone counts in the worker',
    spec: 'HTML#initialize-worker-policy-container',
    documents: networkWorkers.map((context) => ({
      context,
      creator: { policy: 'connect-src https://third.test wss://third.test' },
      policy: 'connect-src https://api.test wss://api.test',
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'network-worker-none',
    title: "'none' on a worker’s script stops every connection of the worker",
    spec: 'CSP#match-url-to-source-list',
    documents: networkWorkers.map((context) => ({
      context,
      policy: "connect-src 'none'",
      by: [...http, 'WebSocket'],
      blocks: [
        'https://page.test/',
        'wss://page.test/',
        { url: 'data:,text', by: ['fetch', 'XMLHttpRequest'] },
        { url: 'blob:', by: ['fetch', 'XMLHttpRequest'] },
      ],
    })),
  },
  {
    id: 'network-worker-self',
    title: "In a worker 'self' is the origin of its script",
    spec: 'CSP#match-url-to-source-expression',
    documents: networkWorkers.flatMap((context) => [
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
        blocks: ['http://www.page.test/', 'http://third.test/', 'ws://third.test/'],
      },
    ]),
  },
  {
    id: 'network-worker-default-src',
    title: 'In a worker default-src stands in for a missing connect-src, and steps back for a present one',
    spec: 'CSP#should-directive-execute',
    documents: networkWorkers.flatMap((context) => [
      {
        context,
        policy: "default-src https://api.test; script-src 'self' blob:; worker-src 'self' blob:",
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        context,
        policy: "default-src 'none'; script-src 'self'; connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ]),
  },
  {
    id: 'network-worker-several-policies',
    title: 'Every policy of a worker’s script has to allow, be it a header line of its own or after a comma',
    spec: 'CSP#parse-response-csp',
    documents: networkWorkers.flatMap((context) => [
      {
        context,
        policy: [
          'connect-src https://api.test https://third.test',
          'connect-src https://api.test https://other.test',
        ],
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        context,
        policy:
          'connect-src https://api.test https://third.test, connect-src https://api.test https://other.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
    ]),
  },
  {
    id: 'network-worker-redirects',
    title: 'A redirect inside a worker is checked hop by hop under the worker’s policy',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: ['worker', 'shared-worker'].map((context) => ({
      context,
      policy: 'connect-src https://api.test',
      by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync', 'EventSource'],
      allows: [{ url: 'https://api.test/from', redirects: ['https://api.test/to'] }],
      blocks: [
        { url: 'https://api.test/from', redirects: ['https://third.test/to'] },
        { url: 'https://third.test/from', redirects: ['https://api.test/to'] },
      ],
    })),
  },
  {
    id: 'network-worker-report-only',
    title: 'A report-only policy on a worker’s script blocks nothing, and its event is fired at the worker',
    spec: 'CSP#report-for-request',
    documents: networkWorkers.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
