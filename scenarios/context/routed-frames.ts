import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

/** SW#get-router-source-algorithm: what a static route leads to the network is the page's own request, with the page's policy. */
export default [
  {
    id: 'static-route-leads-to-the-network-under-the-pages-policy',
    title: 'A static route past the service worker leads no request past the page’s policy',
    spec: 'SW#get-router-source-algorithm',
    documents: [
      {
        context: 'routed-frame',
        policy: 'connect-src https://api.test',
        by: http,
        allows: ['https://api.test/'],
        blocks: [
          'https://third.test/',
          {
            url: 'https://api.test/',
            redirects: ['https://third.test/'],
            by: ['fetch', 'EventSource', 'sendBeacon'],
          },
        ],
      },
      {
        context: 'routed-frame',
        policy: "connect-src 'none'",
        by: http,
        blocks: ['https://page.test/'],
      },
    ],
  },
  {
    id: 'static-route-follows-allowed-redirects',
    title: 'What a static route leads to the network may be redirected where the page’s policy allows',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        context: 'routed-frame',
        policy: 'connect-src https://api.test https://other.test',
        by: ['fetch', 'XMLHttpRequest', 'EventSource'],
        allows: [{ url: 'https://api.test/', redirects: ['https://other.test/'] }],
      },
    ],
  },
] satisfies Scenario[];
