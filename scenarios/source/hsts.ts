import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

/** Chromium and Firefox have this host built in as one of HSTS; WebKitGTK has no such list, and asks over http. */
const known = 'http://stripe.com/';
// An https: page would be refused it as mixed content.
const page = 'http://page.test/';

export default [
  {
    id: 'hsts-comes-after-the-policy',
    title: 'That a host is known by HSTS lets nothing through: the policies are asked about the http: URL',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      { page, policy: 'connect-src https:', by: http, blocks: [known] },
      { page, policy: 'connect-src https://stripe.com', by: http, blocks: [known] },
    ],
  },
  {
    id: 'hsts-and-the-response',
    title: 'A response that HSTS has brought over https: matches a source for http:, its port included',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      { page, policy: 'connect-src http://stripe.com:80', by: http, allows: [known] },
      { page, policy: 'connect-src http:', by: 'fetch', allows: [known] },
    ],
  },
] satisfies Scenario[];
