import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http } from '../shared/mechanisms.ts';

const statuses = [301, 302, 303, 307, 308] as const;

// One scenario a status: engines rewrite methods, and cache, by status. Who follows at all is seen with the commonest.
export default statuses.map((status) => ({
  id: `redirect-${status}-target-is-checked`,
  title: `The target of a ${status} is checked against the policy before it is asked`,
  spec: 'FETCH#concept-http-redirect-fetch',
  documents: [
    {
      policy: 'connect-src https://api.test',
      by: status === 302 ? everyHttp : http,
      allows: [
        {
          url: 'https://api.test/from',
          redirects: [{ status, to: 'https://api.test/to', cors: '*' as const }],
        },
      ],
      blocks: [
        {
          url: 'https://api.test/from',
          redirects: [{ status, to: 'https://third.test/to', cors: '*' as const }],
        },
      ],
    },
  ],
})) satisfies Scenario[];
