import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

export default [
  {
    id: 'redirect-target-path-is-ignored',
    title: 'After a redirect the path no longer counts, so that a page cannot find out where it led',
    spec: 'CSP#source-list-paths-and-redirects',
    documents: [
      {
        policy: 'connect-src https://api.test/from https://third.test/only',
        by: everyHttp,
        allows: [
          { url: 'https://api.test/from', redirects: ['https://third.test/only'] },
          { url: 'https://api.test/from', redirects: ['https://third.test/other'] },
          { url: 'https://api.test/from', redirects: ['https://api.test/elsewhere'], by: http },
          { url: 'https://third.test/only', redirects: ['https://third.test/only/below'], by: http },
          { url: 'https://api.test/from', redirects: ['https://third.test/'], by: http },
        ],
        blocks: ['https://third.test/other', 'https://api.test/elsewhere'],
      },
    ],
  },
  {
    id: 'redirect-target-directory-is-ignored',
    title: 'A path that ends in a slash is ignored after a redirect like any other',
    spec: 'CSP#source-list-paths-and-redirects',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/',
        by: http,
        allows: [
          { url: 'https://api.test/v1/users', redirects: ['https://api.test/v2/users'] },
          { url: 'https://api.test/v1/', redirects: ['https://api.test/'] },
        ],
        blocks: [{ url: 'https://api.test/v2/users', redirects: ['https://api.test/v1/users'] }],
      },
    ],
  },
  {
    id: 'redirect-target-host-counts',
    title: 'After a redirect the host still counts',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://api.test/from https://third.test/only',
        by: http,
        blocks: [
          { url: 'https://api.test/from', redirects: ['https://other.test/only'] },
          { url: 'https://api.test/from', redirects: ['https://deep.third.test/only'] },
        ],
      },
      {
        policy: 'connect-src https://api.test https://*.third.test/only',
        by: http,
        allows: [{ url: 'https://api.test/', redirects: ['https://deep.third.test/other'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/only'] }],
      },
    ],
  },
  {
    id: 'redirect-target-port-counts',
    title: 'After a redirect the port still counts',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test:8443/only',
        by: http,
        allows: [{ url: 'https://api.test/', redirects: ['https://third.test:8443/other'] }],
        blocks: [
          { url: 'https://api.test/', redirects: ['https://third.test/only'] },
          { url: 'https://api.test/', redirects: ['https://third.test:9443/only'] },
        ],
      },
      {
        policy: 'connect-src https://api.test https://third.test:*/only',
        by: http,
        allows: [
          { url: 'https://api.test/', redirects: ['https://third.test:9443/other'] },
          { url: 'https://api.test/', redirects: ['https://third.test/other'] },
        ],
        blocks: [{ url: 'https://api.test/', redirects: ['https://api.test:9443/'] }],
      },
    ],
  },
  {
    id: 'redirect-target-scheme-counts',
    title: 'After a redirect the scheme still counts: http may become https, https may not become http',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test https://third.test/only',
        by: http,
        allows: [{ url: 'http://api.test/', redirects: ['https://third.test/other'] }],
        blocks: [{ url: 'http://api.test/', redirects: ['http://third.test/only'] }],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test http://third.test/only',
        by: http,
        allows: [
          { url: 'http://api.test/', redirects: ['http://third.test/other'] },
          { url: 'http://api.test/', redirects: ['https://third.test/other'] },
        ],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https:',
        by: http,
        allows: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
        blocks: [
          { url: 'https://api.test/', redirects: ['http://third.test/'] },
          { url: 'http://api.test/', redirects: ['https://third.test/'] },
        ],
      },
    ],
  },
] satisfies Scenario[];
