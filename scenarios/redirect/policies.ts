import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

const away = { url: 'https://api.test/', redirects: ['https://third.test/'] };
const home = { url: 'https://api.test/', redirects: ['https://page.test/'] };

export default [
  {
    id: 'redirect-needs-every-policy-at-every-hop',
    title:
      'Each hop needs the consent of every policy: the start of one and the target of another do not add up',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: ['connect-src https://api.test', 'connect-src https://third.test'],
        by: http,
        blocks: [away],
      },
      {
        policy: ['connect-src https://api.test https://third.test', 'connect-src https://api.test'],
        by: http,
        blocks: [away],
      },
      {
        policy: ['connect-src https://api.test https://third.test', 'connect-src https:'],
        by: http,
        allows: [away],
        blocks: [{ url: 'https://api.test/', redirects: ['https://other.test/'] }],
      },
      {
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://api.test',
        by: http,
        blocks: [away],
      },
    ],
  },
  {
    id: 'redirect-under-report-only-is-followed',
    title: 'A report-only policy reports redirects, and lets them all through',
    spec: 'CSP#report-for-request',
    documents: [
      { reportOnly: 'connect-src https://api.test', by: everyHttp, allows: [away] },
      { reportOnly: 'connect-src https://third.test', by: http, allows: [away] },
      { reportOnly: "connect-src 'none'", by: http, allows: [away] },
      { reportOnly: 'connect-src https://api.test https://third.test', by: http, allows: [away] },
    ],
  },
  {
    id: 'redirect-under-both-dispositions',
    title:
      'Where an enforced and a report-only policy both see a redirect, the enforced one decides and both report',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test',
        reportOnly: 'connect-src https://api.test',
        by: http,
        allows: [away],
        blocks: [home],
      },
      {
        policy: 'connect-src https://api.test',
        reportOnly: 'connect-src https://api.test https://third.test',
        by: http,
        blocks: [away, home],
      },
      {
        policy: 'connect-src https://api.test',
        reportOnly: "connect-src 'none'",
        by: http,
        blocks: [away],
      },
    ],
  },
  {
    id: 'redirect-under-meta-policy',
    title: 'A policy from a meta element checks redirects like one from a header',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: 'connect-src https://api.test/from',
        by: everyHttp,
        allows: [{ url: 'https://api.test/from', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://api.test/from', redirects: ['https://third.test/to'] }],
      },
    ],
  },
] satisfies Scenario[];
