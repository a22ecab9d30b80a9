import type { Scenario } from '../../harness/plan/scenario.ts';

/**
 * FETCH#concept-main-fetch: policies are asked (step 7) before the scheme is (step 12). What no policy blocks is a network
 * error all the same, so that there is nothing to let through: each of these is blocked, and the violation says by what.
 * `about:` URLs are not among them: Firefox fires no event for one, and then nothing tells a block from a network error.
 */
const targets = ['ftp://api.test/', 'javascript:0', 'unknown:x'];

export default [
  {
    id: 'unfetched-scheme-is-blocked-first',
    title: 'A URL whose scheme is never fetched is blocked by the policy first, which reports it',
    spec: 'FETCH#concept-main-fetch',
    documents: [
      { policy: "connect-src 'none'", by: ['fetch', 'XMLHttpRequest'], blocks: targets },
      { policy: 'connect-src *', by: ['fetch', 'XMLHttpRequest'], blocks: targets },
      { policy: "default-src 'self'", by: ['fetch', 'XMLHttpRequest'], blocks: targets },
      {
        context: 'blob-worker',
        policy: 'connect-src https:',
        by: ['fetch', 'XMLHttpRequest'],
        blocks: targets,
      },
    ],
  },
] satisfies Scenario[];
