import type { Scenario } from '../../harness/plan/scenario.ts';

/** An update that finds the same bytes is none, whatever headers they come with. */
export default [
  {
    id: 'service-worker-keeps-its-policy-over-an-update-to-none',
    title:
      'A service worker that is updated with the same script is under the policy it was installed with, and not a new one',
    spec: 'SW#update-algorithm',
    documents: [
      {
        context: 'service-worker-updated-to-none',
        policy: 'connect-src https://api.test',
        by: ['fetch', 'fetch keepalive', 'Cache.add', 'WebSocket'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context: 'service-worker-updated-to-none',
        by: ['fetch', 'Cache.add', 'WebSocket'],
        allows: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'service-worker-keeps-its-policy-over-an-update-to-free',
    title: 'A service worker cannot lose its policy by an update with the same script and no policy',
    spec: 'SW#update-algorithm',
    documents: [
      {
        context: 'service-worker-updated-to-free',
        policy: 'connect-src https://api.test',
        by: ['fetch', 'fetch keepalive', 'Cache.add', 'WebSocket'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context: 'service-worker-updated-to-free',
        policy: "connect-src 'none'",
        by: ['fetch', 'WebSocket'],
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
    ],
  },
] satisfies Scenario[];
