import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-url-to-source-list: the empty list, `'none'` alone, and `'none'` in company. */
export default [
  {
    id: 'none-blocks-everything',
    title: "`'none'` matches nothing, not even the page’s own origin",
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: "connect-src 'none'",
        by: [...everyHttp, ...webSockets],
        blocks: [
          'https://page.test/',
          'https://api.test/',
          'https://none/',
          'wss://page.test/',
          'wss://api.test/',
        ],
      },
      {
        page: 'http://page.test/',
        policy: "connect-src 'none'",
        by: [...everyInsecureHttp, ...webSockets],
        blocks: [
          'http://page.test/',
          'http://api.test:8080/',
          'https://api.test/',
          'ws://page.test/',
          'wss://api.test/',
        ],
      },
    ],
  },
  {
    id: 'none-and-local-schemes',
    title: "`'none'` blocks data: and blob: URLs too",
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: "connect-src 'none'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['data:text/plain,ok', 'blob:'],
      },
    ],
  },
  {
    id: 'none-ignores-case',
    title: "The case of `'none'` does not matter",
    spec: 'CSP#match-url-to-source-list',
    documents: ["'NONE'", "'None'"].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
    })),
  },
  {
    id: 'none-in-company',
    title: "`'none'` beside another source has no effect",
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: "connect-src 'none' https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'https://third.test/', 'wss://page.test/'],
      },
      {
        policy: "connect-src 'self' 'none'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src * 'none'",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test:8443/', 'wss://api.test/'],
      },
      {
        policy: "connect-src 'NONE' https:",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'none-twice',
    title: "`'none'` twice, or beside what matches nothing, still blocks everything",
    spec: 'CSP#match-url-to-source-list',
    documents: [
      "'none' 'none'",
      "'none' 'NONE'",
      "'none' garbage",
      "'none' 'unsafe-inline'",
      "'none' 'report-sample'",
    ].map((list) => ({
      policy: `connect-src ${list}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
    })),
  },
  {
    id: 'none-empty-list',
    title: 'A directive with an empty list blocks everything',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      'connect-src',
      'connect-src ',
      'connect-src;',
      'connect-src \t ;',
      "connect-src; script-src 'self'",
    ].map((policy) => ({
      policy,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'none-misspelt',
    title: "What merely resembles `'none'` matches nothing either, unless it is a host",
    spec: 'CSP#framework-directive-source-list',
    documents: ["'none", "none'", '"none"', "''none''", "'nothing'", "'null'", "''"].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://none/', 'wss://page.test/'],
    })),
  },
  {
    id: 'none-in-curly-quotes',
    title: 'Typographic quotes are not ASCII, so the directive is dropped and nothing is restricted',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'connect-src ‘none’',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: 'connect-src ‘none’',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
] satisfies Scenario[];
