import type { Scenario } from '../harness/plan/scenario.ts';

/** FETCH#port-blocking: some ports Fetch refuses by itself, in the same step as the policy. */
export default [
  {
    id: 'bad-port-is-refused-beside-the-policy',
    title: 'A port that Fetch refuses anyway is held against the policy all the same',
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
