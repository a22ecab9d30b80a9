import type { Scenario } from '../../harness/plan/scenario.ts';

const by = ['fetch', 'XMLHttpRequest', 'EventSource'];
const list = '(response-origin "https://api.test" "https://third.test")';
const direct = ['https://page.test/data', 'https://api.test/data'];
const listed = { url: 'https://api.test/', redirects: ['https://third.test/'] };
const same = { url: 'https://api.test/', redirects: ['https://api.test/next'] };
const own = { url: 'https://page.test/first', redirects: ['https://page.test/next'] };
const unlisted = { url: 'https://api.test/', redirects: ['https://other.test/'] };
const chain = { url: 'https://api.test/', redirects: ['https://other.test/', 'https://example.com/'] };

export default [
  {
    id: 'allowlist-blocks-redirects',
    title: 'An allowlist lets no redirect through, not even to what it lists, unless it says so',
    spec: 'CA#redirects',
    documents: [
      { allowlist: list, by, allows: direct, blocks: [listed, same, own, unlisted] },
      { allowlist: `${list};redirects=block`, by: 'fetch', allows: direct, blocks: [listed, same] },
    ],
  },
  {
    id: 'allowlist-allows-redirects',
    title: 'With redirects=allow, and with a token that nobody knows yet, only the first URL is matched',
    spec: 'CA#redirects',
    documents: [
      {
        allowlist: `${list};redirects=allow`,
        by,
        allows: [listed, same, unlisted, chain],
        blocks: ['https://other.test/', { url: 'https://other.test/', redirects: ['https://api.test/'] }],
      },
      { allowlist: `${list};redirects=later`, by: 'fetch', allows: [listed, unlisted] },
    ],
  },
  {
    id: 'allowlist-redirects-is-a-token',
    title: 'A value of redirects that is no token is as none',
    spec: 'CA#parsing',
    documents: [
      { allowlist: `${list};redirects="allow"`, by: 'fetch', blocks: [listed] },
      { allowlist: `${list};redirects`, by: 'fetch', blocks: [listed] },
      { allowlist: `${list};redirects=1`, by: 'fetch', blocks: [listed] },
    ],
  },
  {
    id: 'allowlist-redirects-not-followed',
    title: 'A redirect that is not followed is none that an allowlist could stop',
    spec: 'CA#redirects',
    documents: [
      {
        allowlist: list,
        by: 'fetch',
        allows: [{ ...listed, options: { redirect: 'manual' } }],
      },
    ],
  },
] satisfies Scenario[];
