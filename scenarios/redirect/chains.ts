import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

/** So many hops on one host; the last one is `to`. */
const hops = (count: number, to: string): string[] => [
  ...Array.from({ length: count - 1 }, (_, index) => `https://api.test/${index + 1}`),
  to,
];

export default [
  {
    id: 'redirect-chain-checks-every-hop',
    title:
      'Each hop of a chain is checked: those before a blocked one have been asked, it has not, nor what would follow',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test',
        by: everyHttp,
        allows: [{ url: 'https://api.test/', redirects: ['https://third.test/', 'https://api.test/end'] }],
        blocks: [
          { url: 'https://api.test/', redirects: ['https://third.test/', 'https://other.test/'] },
          { url: 'https://api.test/', redirects: ['https://other.test/', 'https://third.test/'] },
        ],
      },
    ],
  },
  {
    id: 'redirect-chain-checks-deep-hops',
    title: 'A hop deep in a chain is checked like the first',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: http,
        allows: [
          { url: 'https://api.test/', redirects: hops(5, 'https://api.test/end') },
          { url: 'https://api.test/', redirects: hops(10, 'https://api.test/end') },
        ],
        blocks: [
          { url: 'https://api.test/', redirects: hops(5, 'https://third.test/') },
          { url: 'https://api.test/', redirects: hops(10, 'https://third.test/') },
        ],
      },
    ],
  },
  {
    id: 'redirect-chain-never-counts-paths-again',
    title: 'Once redirected, a request’s path stays ignored, on the host it started from too',
    spec: 'CSP#source-list-paths-and-redirects',
    documents: [
      {
        policy: 'connect-src https://api.test/from https://third.test/only',
        by: http,
        allows: [
          { url: 'https://api.test/from', redirects: ['https://third.test/other', 'https://api.test/other'] },
          {
            url: 'https://api.test/from',
            redirects: ['https://api.test/1', 'https://api.test/2', 'https://third.test/3'],
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-chain-mixes-statuses',
    title: 'A chain of all redirect statuses is checked hop by hop',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: http,
        allows: [
          {
            url: 'https://api.test/',
            redirects: [
              { status: 307, to: 'https://api.test/1', cors: '*' },
              { status: 308, to: 'https://api.test/2', cors: '*' },
              { status: 301, to: 'https://api.test/3', cors: '*' },
              { status: 302, to: 'https://api.test/4', cors: '*' },
              { status: 303, to: 'https://api.test/5', cors: '*' },
            ],
          },
        ],
        blocks: [
          {
            url: 'https://api.test/',
            redirects: [
              { status: 307, to: 'https://api.test/1', cors: '*' },
              { status: 308, to: 'https://third.test/2', cors: '*' },
              { status: 303, to: 'https://api.test/3', cors: '*' },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'redirect-to-itself-is-allowed',
    title: 'A redirect within the one allowed path stays allowed',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test/loop',
        by: http,
        allows: [
          { url: 'https://api.test/loop', redirects: ['https://api.test/loop', 'https://api.test/loop'] },
        ],
      },
    ],
  },
] satisfies Scenario[];
