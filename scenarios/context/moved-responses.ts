import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

/**
 * HTML#determining-navigation-params-policy-container and HTML#initialize-worker-policy-container: the policies are those of
 * the response that becomes the global. Here a redirect leads there, whose own response has `connect-src 'none'`.
 */
const contexts = ['moved-frame', 'moved-worker', 'moved-module-worker', 'moved-shared-worker'];

export default [
  {
    id: 'moved-response-has-its-own-policy',
    title: 'A document or a worker reached by a redirect is under the policy of its own response',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'sendBeacon'],
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'moved-response-without-policy',
    title: 'Reached by a redirect, a response without a policy is free, whatever the redirect said',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      creator: { policy: 'connect-src https://third.test' },
      by: eachPath,
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'moved-response-self',
    title: "Reached by a redirect, 'self' is the origin of the response",
    spec: 'CSP#match-url-to-source-expression',
    documents: contexts.map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://www.page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'moved-response-report-only',
    title: 'Reached by a redirect, a report-only policy stays one',
    spec: 'CSP#report-for-request',
    documents: contexts.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
