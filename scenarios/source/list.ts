import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

const hundred = Array.from({ length: 100 }, (_, number) => `https://h${number}.api.test`);

/** CSP#match-url-to-source-list: sources of one list are alternatives, in any order. */
export default [
  {
    id: 'list-order',
    title: 'Sources are alternatives, and their order does not matter',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      "'self' https://api.test https://third.test/v1/",
      "https://third.test/v1/ https://api.test 'self'",
      "https://api.test 'self' https://third.test/v1/",
    ].map((list) => ({
      policy: `connect-src ${list}`,
      by: eachPath,
      allows: [
        'https://page.test/',
        'https://api.test/',
        'https://third.test/v1/a',
        'wss://page.test/',
        'wss://api.test/',
      ],
      blocks: ['https://third.test/', 'https://www.api.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'list-duplicates',
    title: 'A source that stands there twice counts once',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'connect-src https://api.test https://api.test https://API.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'list-parts-do-not-mix',
    title: 'Scheme of one source, host of another and path of a third make no match',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/ https://third.test:8443 https://other.test/v2/',
        by: eachPath,
        allows: ['https://api.test/v1/', 'https://third.test:8443/', 'https://other.test/v2/'],
        blocks: [
          'https://api.test:8443/v1/',
          'https://api.test/v2/',
          'https://third.test/v1/',
          'https://third.test/',
          'https://other.test/v1/',
          'wss://api.test:8443/v1/',
        ],
      },
    ],
  },
  {
    id: 'list-long',
    title: 'A list may be long: its last source counts like its first',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: `connect-src ${hundred.join(' ')}`,
        by: eachPath,
        allows: [
          'https://h0.api.test/',
          'https://h50.api.test/',
          'https://h99.api.test/',
          'wss://h99.api.test/',
        ],
        blocks: ['https://h100.api.test/', 'https://api.test/', 'wss://h100.api.test/'],
      },
      {
        policy: `connect-src ${'x'.repeat(4000)} https://api.test`,
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'list-cannot-subtract',
    title: 'A list can only add: nothing in it takes back what another source allows',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      '* -https://api.test',
      '* !https://api.test',
      "* 'none'",
      '* not https://api.test',
      'https: http://api.test',
    ].map((list) => ({
      policy: `connect-src ${list}`,
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
