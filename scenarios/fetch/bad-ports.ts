import type { Scenario } from '../../harness/plan/scenario.ts';

/** FETCH#port-blocking: some ports Fetch refuses by itself, in the same step as the policy. */
export default [
  {
    id: 'bad-port-is-refused-beside-the-policy',
    title: 'A request to a port that Fetch refuses stays; whether the policy still reports it is left open',
    spec: 'FETCH#port-blocking',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest'],
        blocks: ['https://api.test:6000/'],
      },
    ],
  },
] satisfies Scenario[];
