import type { Scenario } from '../../harness/plan/scenario.ts';

const late = { metaPlacement: 'late' as const };

export default [
  {
    id: 'preload-does-not-outrun-a-later-policy',
    title: 'What was preloaded before a policy came is not handed out against that policy',
    spec: 'FETCH#concept-main-fetch',
    sources: ['https://github.com/whatwg/fetch/issues/1411'],
    documents: [
      { ...late, meta: "connect-src 'none'", by: 'fetch of a preload', blocks: ['https://api.test/'] },
      {
        ...late,
        meta: 'connect-src https://api.test',
        by: 'fetch of a preload',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/'],
      },
      {
        ...late,
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://api.test https://other.test',
        by: 'fetch of a preload',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        ...late,
        meta: "default-src 'self'; script-src 'self'",
        by: 'fetch of a preload',
        allows: ['https://page.test/'],
        blocks: ['https://api.test/'],
      },
    ],
  },
  {
    id: 'preload-is-handed-out-where-it-is-allowed',
    title: 'What was preloaded under a policy is handed out under it',
    spec: 'HTML#consume-a-preloaded-resource',
    documents: [
      { policy: 'connect-src https://api.test', by: 'fetch of a preload', allows: ['https://api.test/'] },
      { by: 'fetch of a preload', allows: ['https://api.test/', 'https://page.test/'] },
    ],
  },
  {
    id: 'link-header-preload',
    title: 'A preload for fetch() that a Link header opens is governed by the policies of the same response',
    spec: 'HTML#process-link-headers',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'Link header preload',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/'],
      },
      { policy: "connect-src 'none'", by: 'Link header preload', blocks: ['https://page.test/'] },
      {
        policy: "default-src 'self'",
        by: 'Link header preload',
        allows: ['https://page.test/preloaded'],
        blocks: ['https://api.test/'],
      },
      {
        context: 'document',
        policy: 'connect-src https://api.test',
        by: 'Link header preload',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
      { reportOnly: "connect-src 'none'", by: 'Link header preload', allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'link-header-preload-before-metas',
    title: 'A preload that a Link header opens comes before every meta',
    spec: 'HTML#process-link-headers',
    documents: [
      { meta: "connect-src 'none'", by: 'Link header preload', allows: ['https://api.test/'] },
      {
        policy: 'connect-src https://api.test',
        meta: "connect-src 'none'",
        by: 'Link header preload',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'link-header-preload-redirected',
    title: 'A preload that a Link header opens is checked at every redirect',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'Link header preload',
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
] satisfies Scenario[];
