import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

/** From an allowed start to this URL. */
const to = (url: string) => ({ url: 'https://api.test/', redirects: [url] });

export default [
  {
    id: 'redirect-target-against-self',
    title: "'self' is the page’s origin for redirected requests too, and not the redirecting server’s",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: "connect-src 'self' https://api.test/",
        by: http,
        allows: [to('https://page.test/'), to('https://api.test/end')],
        blocks: [to('https://third.test/'), to('https://sub.page.test/'), to('https://page.test:8443/')],
      },
      {
        policy: "connect-src 'self'",
        by: http,
        allows: [{ url: 'https://page.test/from', redirects: ['https://page.test/to'] }],
        blocks: [{ url: 'https://page.test/from', redirects: ['https://third.test/'] }],
      },
    ],
  },
  {
    id: 'redirect-target-against-wildcards',
    title: 'Wildcards hold for the targets of redirects as they do for called URLs',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src *',
        by: http,
        allows: [to('https://third.test/'), to('https://third.test:8443/')],
      },
      {
        policy: 'connect-src https://api.test *.third.test',
        by: http,
        allows: [to('https://a.third.test/'), to('https://a.b.third.test/')],
        blocks: [to('https://third.test/'), to('https://notthird.page.test/')],
      },
    ],
  },
  {
    id: 'redirect-target-against-schemes',
    title: 'A scheme-source holds for the targets of redirects',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'connect-src https:',
        by: http,
        allows: [to('https://third.test/'), to('https://third.test:8443/')],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http:',
        by: http,
        allows: [
          { url: 'http://api.test/', redirects: ['http://third.test/'] },
          { url: 'http://api.test/', redirects: ['https://third.test/'] },
        ],
      },
    ],
  },
  {
    id: 'redirect-target-against-default-src',
    title: 'default-src stands in for connect-src at every hop',
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        policy: "default-src 'self' https://api.test",
        by: http,
        allows: [to('https://api.test/end')],
        blocks: [to('https://third.test/')],
      },
      {
        policy: "default-src 'self'; connect-src https://api.test",
        by: http,
        allows: [to('https://api.test/end')],
        blocks: [to('https://page.test/')],
      },
    ],
  },
  {
    id: 'redirect-is-followed-freely-without-connect-src',
    title: 'A policy without connect-src and default-src stops no redirect',
    spec: 'CSP#should-directive-execute',
    documents: [{ policy: "img-src 'none'", by: http, allows: [to('https://third.test/')] }],
  },
] satisfies Scenario[];
