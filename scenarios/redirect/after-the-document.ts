import type { Scenario } from '../../harness/plan/scenario.ts';

/**
 * The requests that outlive their document: their redirects come when nobody is there any more who could be told. A ping is
 * not among those of a document that is gone: Firefox sends none of it then.
 */
const by = ['sendBeacon', 'fetch keepalive', 'fetchLater'];
const context = 'removed-frame';

const kept = { context: 'document-in-bfcache', by: [...by, 'a[ping]'] };

export default [
  {
    id: 'redirect-after-the-document-is-gone',
    title: 'A redirect that comes when the document is gone is checked by its policies all the same',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        context,
        policy: 'connect-src https://api.test',
        by,
        allows: ['https://api.test/', { url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: ['https://third.test/', { url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
      {
        context,
        policy: "default-src 'self'",
        by,
        allows: [{ url: 'https://page.test/', redirects: ['https://page.test/to'] }],
        blocks: [{ url: 'https://page.test/', redirects: ['https://third.test/'] }],
      },
      {
        context,
        meta: 'connect-src https://api.test',
        by,
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
  {
    id: 'redirect-while-the-document-is-in-the-bfcache',
    title: 'A redirect that comes when the document is in the back/forward cache is checked by its policies',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        ...kept,
        policy: 'connect-src https://api.test',
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: ['https://third.test/', { url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
      {
        ...kept,
        meta: "connect-src 'self' https://api.test",
        allows: [{ url: 'https://api.test/', redirects: ['https://page.test/to'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
      {
        ...kept,
        policy: ['default-src https:', 'connect-src https://api.test https://page.test'],
        allows: [{ url: 'https://page.test/', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://page.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
] satisfies Scenario[];
