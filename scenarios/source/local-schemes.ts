import type { Scenario } from '../../harness/plan/scenario.ts';

const readers = ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'];

/**
 * CSP#match-url-to-source-expression for URLs without a host: only a scheme-source can match them. `about:blank`, and
 * EventSource on any of them, are not here: Firefox opens neither even without a policy, so their failure says nothing.
 */
export default [
  {
    id: 'local-data',
    title: '`data:` matches data: URLs, and nothing else does',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'connect-src data:',
        by: readers,
        allows: ['data:text/plain,ok', 'data:,'],
        blocks: ['blob:'],
      },
      ...["'self'", 'https:', 'blob:', 'data', 'data://', 'data:text/plain', 'text:', "'none'"].map(
        (source) => ({
          policy: `connect-src ${source}`,
          by: readers,
          blocks: ['data:text/plain,ok'],
        }),
      ),
    ],
  },
  {
    id: 'local-blob',
    title: '`blob:` matches blob: URLs, and no origin in a list does',
    spec: 'CSP#match-schemes',
    documents: [
      { policy: 'connect-src blob:', by: readers, allows: ['blob:'], blocks: ['data:text/plain,ok'] },
      ...[
        "'self'",
        'https:',
        'data:',
        'https://page.test',
        'page.test',
        'blob',
        'blob:https://page.test',
        'blob://page.test',
        'blob:*',
      ].map((source) => ({
        policy: `connect-src ${source}`,
        by: readers,
        blocks: ['blob:'],
      })),
    ],
  },
  {
    id: 'local-case',
    title: 'The case of a local scheme does not matter',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'connect-src DATA: Blob:',
        by: readers,
        allows: ['data:text/plain,ok', 'DATA:text/plain,upper', 'blob:'],
      },
    ],
  },
  {
    id: 'local-no-policy',
    title: 'A policy that says nothing of connections restricts no local scheme either',
    spec: 'CSP#should-directive-execute',
    documents: [{ policy: "img-src 'none'", by: readers, allows: ['data:text/plain,ok', 'blob:'] }],
  },
  {
    id: 'local-by-default-src',
    title: 'Local schemes fall back to `default-src` as others do',
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        policy: "default-src 'self' data:",
        by: readers,
        allows: ['data:text/plain,ok'],
        blocks: ['blob:'],
      },
      {
        policy: "default-src 'self' data: blob:; connect-src blob:",
        by: readers,
        allows: ['blob:'],
        blocks: ['data:text/plain,ok'],
      },
    ],
  },
  {
    id: 'local-from-http-page',
    title: 'Local schemes are matched alike on an http page, where `*` still means the network',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src *',
        by: readers,
        blocks: ['data:text/plain,ok', 'blob:'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src * data: blob:',
        by: readers,
        allows: ['data:text/plain,ok', 'blob:'],
      },
    ],
  },
] satisfies Scenario[];
