import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/** CSPEE: the policy that a frame's element requires by `csp` is one more policy of the document in it. */
const context = 'required-csp-frame';

export default [
  {
    id: 'required-policy-is-enforced',
    title: 'A policy that the frame requires by its attribute csp holds for the document in it',
    spec: 'CSPEE#required-csp',
    documents: [
      {
        context,
        policy: 'connect-src https://api.test wss://api.test',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      { context, policy: "connect-src 'none'", by: eachPath, blocks: ['https://page.test/'] },
      {
        context,
        policy: 'default-src https://api.test; script-src *',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'required-policy-beside-others',
    title: 'A policy that the frame requires loosens none that the document has by itself',
    spec: 'CSPEE#required-csp',
    documents: [
      {
        context,
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://api.test https://other.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        context,
        policy: 'connect-src https://api.test',
        reportOnly: "connect-src 'none'",
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context,
        policy: 'connect-src https://api.test',
        creator: { policy: "connect-src 'none'" },
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'required-policy-self',
    title: "In a policy that the frame requires 'self' is the origin of the document in the frame",
    spec: 'CSPEE#effect-self',
    documents: [
      {
        context,
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'required-policy-checks-redirects',
    title: 'A policy that the frame requires is asked at every redirect',
    spec: 'CSPEE#required-csp',
    documents: [
      {
        context,
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'sendBeacon'],
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/to'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
] satisfies Scenario[];
