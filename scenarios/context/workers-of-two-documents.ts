import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

const by = [...eachPath, 'XMLHttpRequest', 'EventSource'];

/**
 * HTML#initialize-worker-policy-container, where two documents of different policies have to do with one worker. A second user of
 * a `data:` shared worker is not here: Chromium 156 refuses to start one from another realm, so that it says nothing.
 */
export default [
  {
    id: 'blob-worker-of-who-made-the-url',
    title: 'A blob: worker is under the policies of the document that made its URL, whoever starts it',
    spec: 'HTML#initialize-worker-policy-container',
    documents: [
      {
        context: 'blob-worker-elsewhere',
        policy: 'connect-src https://api.test wss://api.test',
        by,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      { context: 'blob-worker-elsewhere', policy: "connect-src 'none'", by, blocks: ['https://page.test/'] },
      {
        context: 'blob-worker-elsewhere',
        creator: { meta: "connect-src 'none'" },
        by,
        blocks: ['https://page.test/'],
      },
    ],
  },
  {
    id: 'sandbox-on-a-worker-response',
    title:
      'By the text a worker whose sandbox directive allows no origin of its own is not run; where it is, its connect-src holds',
    spec: 'HTML#initialize-worker-policy-container',
    sources: ['https://github.com/w3c/webappsec-csp/issues/279'],
    documents: ['worker', 'module-worker', 'shared-worker', 'service-worker'].map((context) => ({
      context,
      policy: "sandbox allow-scripts; connect-src 'self' https://api.test",
      by: 'fetch',
      allows: ['https://page.test/', 'https://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
] satisfies Scenario[];
