import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

const context = 'bfcache-document';

export default [
  {
    id: 'bfcache-document-keeps-its-policies',
    title:
      'A document out of the back/forward cache is under its own policies, and under none of what was shown meanwhile',
    spec: 'HTML#reactivate-a-document',
    documents: [
      {
        context,
        policy: 'connect-src https://api.test wss://api.test',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        context,
        meta: 'connect-src https://api.test',
        by: ['fetch', 'sendBeacon', 'a[ping]'],
        allows: ['https://api.test/', { url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: ['https://third.test/', { url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
      {
        context,
        policy: "connect-src 'self'",
        meta: 'connect-src https://page.test https://api.test',
        by: 'fetch',
        allows: ['https://page.test/'],
        blocks: ['https://api.test/', 'https://third.test/'],
      },
      { context, by: 'fetch', allows: ['https://third.test/'] },
    ],
  },
] satisfies Scenario[];
