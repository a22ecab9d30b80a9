import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

export default [
  {
    id: 'redirect-never-starts-from-a-blocked-url',
    title: 'A URL that the policy blocks is not asked, even if it would only redirect to one that is allowed',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      {
        policy: 'connect-src https://third.test',
        by: everyHttp,
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
  {
    id: 'redirect-from-own-origin-needs-self',
    title:
      'An endpoint of the page’s own origin needs to be listed as well, though it redirects to a listed host',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      {
        policy: 'connect-src https://third.test',
        by: http,
        blocks: [{ url: 'https://page.test/from', redirects: ['https://third.test/to'] }],
      },
      {
        policy: "connect-src 'self' https://third.test",
        by: http,
        allows: [{ url: 'https://page.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
  {
    id: 'redirect-back-home-does-not-excuse-its-start',
    title: 'A redirect that leads back to the page’s own origin starts at the host that it is called at',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      {
        policy: "connect-src 'self'",
        by: http,
        blocks: [{ url: 'https://third.test/from', redirects: ['https://page.test/to'] }],
      },
      {
        policy: "connect-src 'self' https://third.test",
        by: http,
        allows: [{ url: 'https://third.test/from', redirects: ['https://page.test/to'] }],
      },
    ],
  },
  {
    id: 'redirect-start-path-counts',
    title: 'Before any redirect the path of the called URL counts',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src https://api.test/from https://third.test',
        by: http,
        allows: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
        blocks: [{ url: 'https://api.test/other', redirects: ['https://third.test/to'] }],
      },
    ],
  },
] satisfies Scenario[];
