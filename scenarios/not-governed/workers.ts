import type { Scenario } from '../../harness/plan/scenario.ts';

/** Workers come from their own origin only. */
const own = ['https://page.test/worker.js'];
const workers = ['Worker', 'SharedWorker', 'serviceWorker.register'];

/** Modules that are no scripts. */
const data = ['import json', 'import text', 'import bytes'];

export default [
  {
    id: 'not-governed-workers',
    title: 'connect-src has no say in the scripts of workers: worker-src has, and what stands in for it',
    spec: 'CSP#effective-directive-for-a-request',
    documents: [
      { policy: "connect-src 'none'", by: workers, allows: own },
      { policy: "default-src 'self'; connect-src 'none'", by: workers, allows: own },
      { policy: "connect-src *; worker-src 'none'", by: workers, blocks: own },
      { meta: "connect-src 'none'", by: workers, allows: own },
      { context: 'document', policy: "connect-src 'none'", by: workers, allows: own },
    ],
  },
  {
    id: 'not-governed-nested-workers',
    title: 'The connect-src of a worker has no say in the workers it makes',
    spec: 'CSP#effective-directive-for-a-request',
    documents: [
      { context: 'worker', policy: "connect-src 'none'", by: 'Worker', allows: own },
      { context: 'worker', policy: "connect-src *; worker-src 'none'", by: 'Worker', blocks: own },
    ],
  },
  {
    id: 'not-governed-worker-scripts',
    title: 'The connect-src of a worker has no say in the scripts it imports',
    spec: 'CSP#effective-directive-for-a-request',
    documents: ['worker', 'shared-worker', 'blob-worker'].map((context) => ({
      context,
      policy: "connect-src 'none'",
      by: ['importScripts'],
      allows: ['https://page.test/imported.js', 'https://third.test/imported.js'],
    })),
  },
  {
    id: 'not-governed-worker-modules',
    title:
      'The connect-src of a worker has no say in the modules it imports, unless they are JSON, text or bytes',
    spec: 'CSP#effective-directive-for-a-request',
    documents: [
      {
        context: 'worker',
        policy: "connect-src 'none'",
        by: [],
        allows: [
          { url: 'https://page.test/module.js', by: ['import'] },
          { url: 'https://third.test/module.js', by: ['import'] },
        ],
        blocks: [
          { url: 'https://page.test/module', by: data },
          { url: 'https://third.test/module', by: data },
        ],
      },
      {
        context: 'worker',
        policy: "script-src 'self'; connect-src https://third.test",
        by: ['import', 'importScripts'],
        allows: ['https://page.test/script.js'],
        blocks: ['https://third.test/script.js'],
      },
    ],
  },
] satisfies Scenario[];
