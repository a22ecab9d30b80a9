import type { Scenario } from '../../harness/plan/scenario.ts';

const by = 'fetch of a stale response';
// Chromium keeps nothing of a server whose certificate it was told to take.
const page = 'http://page.test/';

export default [
  {
    id: 'redirect-of-a-revalidation',
    title: 'What is asked for anew while script is given a stale response is checked at every redirect',
    spec: 'FETCH#concept-http-network-or-cache-fetch',
    sources: ['https://github.com/whatwg/fetch/pull/853'],
    documents: [
      {
        page,
        policy: 'connect-src http://api.test',
        by,
        allows: ['http://api.test/', { url: 'http://api.test/', redirects: ['http://api.test/to'] }],
        blocks: ['http://third.test/', { url: 'http://api.test/', redirects: ['http://third.test/'] }],
      },
      {
        page,
        context: 'worker',
        policy: 'connect-src http://api.test',
        by,
        allows: [{ url: 'http://api.test/', redirects: ['http://api.test/to'] }],
        blocks: [{ url: 'http://api.test/', redirects: ['http://third.test/'] }],
      },
      {
        policy: 'connect-src https://api.test',
        by,
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
      {
        page,
        reportOnly: 'connect-src http://api.test',
        by,
        allows: [{ url: 'http://api.test/', redirects: ['http://third.test/'] }],
      },
      { page, reportOnly: "connect-src 'none'", by, allows: ['http://api.test/'] },
    ],
  },
] satisfies Scenario[];
