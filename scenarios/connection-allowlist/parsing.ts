import type { Scenario } from '../../harness/plan/scenario.ts';

const own = 'https://page.test/data';
const api = 'https://api.test/data';
const third = 'https://third.test/data';
const by = 'fetch';

/** Neighbours of `(response-origin)` that are no list with an inner list in front. */
const malformed = [
  'response-origin',
  '"https://page.test"',
  'response-origin, (response-origin)',
  '(response-origin',
  '(response-origin); Redirects=allow',
  ['(response-origin)', '('],
  '(response-origin,"https://api.test")',
  '("https://page.test" "é")',
  "('https://page.test')",
];

export default [
  {
    id: 'allowlist-only-first-inner-list',
    title:
      'Only the first inner list of a Connection-Allowlist counts, and the lines of the header are one list',
    spec: 'CA#headers',
    documents: [
      {
        allowlist: '(response-origin "https://api.test"), ("https://third.test")',
        by,
        allows: [own, api],
        blocks: [third],
      },
      {
        allowlist: ['(response-origin "https://api.test")', '("https://third.test")'],
        by,
        allows: [own, api],
        blocks: [third],
      },
      { allowlist: '(response-origin), "https://third.test"', by, allows: [own], blocks: [third] },
    ],
  },
  {
    id: 'allowlist-malformed-is-none',
    title: 'A Connection-Allowlist that is no structured list, or whose first item is no inner list, is none',
    spec: 'CA#parsing',
    documents: malformed.map((allowlist) => ({
      context: 'document',
      allowlist,
      by,
      allows: [own, third],
    })),
  },
  {
    id: 'allowlist-skips-what-it-does-not-know',
    title:
      'What is neither a URL pattern in a string nor response-origin is skipped, and the rest of the list counts',
    spec: 'CA#parsing',
    documents: [
      {
        allowlist: '(response-origin 42 ?1 later "/data" "third.test" "https://[" "https://api.test")',
        by,
        allows: [own, api],
        blocks: [third],
      },
      {
        context: 'document',
        allowlist: '(self "https://api.test")',
        by,
        allows: [api],
        blocks: [own, third],
      },
      {
        context: 'document',
        allowlist: '("response-origin" "https://api.test");later=1;x',
        by,
        allows: [api],
        blocks: [own, third],
      },
    ],
  },
  {
    id: 'allowlist-empty-blocks-all',
    title: 'An empty inner list lets nothing out, the own origin included, and stops no local URL',
    spec: 'CA#matching',
    documents: [
      {
        context: 'document',
        allowlist: '()',
        by: ['fetch', 'XMLHttpRequest', 'sendBeacon', 'img'],
        allows: [
          { url: 'data:text/plain,local', by: ['fetch'] },
          { url: 'blob:', by: ['fetch'] },
        ],
        blocks: [own, third],
      },
    ],
  },
  {
    id: 'allowlist-not-in-meta',
    title: 'No meta element delivers a Connection-Allowlist',
    spec: 'CA#headers',
    documents: [{ meta: '(response-origin)', metaName: 'Connection-Allowlist', by, allows: [own, third] }],
  },
] satisfies Scenario[];
