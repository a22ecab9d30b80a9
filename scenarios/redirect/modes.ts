import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, webSockets } from '../shared/mechanisms.ts';

const blockedTarget = ['https://third.test/'];
const allowedTarget = ['https://api.test/to'];
const fetches = ['fetch', 'fetch keepalive'];

export default [
  {
    id: 'redirect-manual-is-not-followed',
    title: 'With redirect: "manual" the target is neither asked nor checked, wherever it is',
    spec: 'FETCH#concept-http-fetch',
    documents: (['frame', 'worker'] as const).map((context) => ({
      context,
      policy: 'connect-src https://api.test',
      by: fetches,
      allows: [
        { url: 'https://api.test/from', redirects: blockedTarget, options: { redirect: 'manual' } },
        { url: 'https://api.test/from', redirects: allowedTarget, options: { redirect: 'manual' } },
      ],
      blocks: [{ url: 'https://third.test/from', redirects: allowedTarget, options: { redirect: 'manual' } }],
    })),
  },
  {
    id: 'redirect-error-is-not-followed',
    title:
      'With redirect: "error" the fetch fails at the redirect, before its target is checked: no violation',
    spec: 'FETCH#concept-http-fetch',
    documents: (['frame', 'worker'] as const).map((context) => ({
      context,
      policy: 'connect-src https://api.test',
      by: fetches,
      allows: [
        { url: 'https://api.test/from', redirects: blockedTarget, options: { redirect: 'error' } },
        { url: 'https://api.test/from', redirects: allowedTarget, options: { redirect: 'error' } },
      ],
      blocks: [{ url: 'https://third.test/from', redirects: allowedTarget, options: { redirect: 'error' } }],
    })),
  },
  {
    id: 'redirect-of-websocket-handshake-is-not-followed',
    title:
      'A WebSocket handshake that is answered with a redirect fails; the target is neither asked nor checked',
    spec: 'WS#concept-websocket-establish',
    documents: (['frame', 'worker'] as const).map((context) => ({
      context,
      policy: 'connect-src wss://api.test',
      by: webSockets,
      allows: [
        { url: 'wss://api.test/', redirects: ['https://third.test/'] },
        { url: 'wss://api.test/', redirects: ['https://api.test/to'] },
        {
          url: 'wss://api.test/',
          redirects: [{ status: 307, to: 'https://third.test/', cors: '*' as const }],
        },
      ],
      blocks: [{ url: 'wss://third.test/', redirects: ['https://api.test/'] }],
    })),
  },
  {
    id: 'redirect-to-a-local-scheme-fails-unasked',
    title:
      'A redirect to anything but http(s) fails before the policy is asked: no violation, whether it lists the scheme or not',
    spec: 'FETCH#concept-http-redirect-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: everyHttp,
        allows: [{ url: 'https://api.test/', redirects: ['data:text/plain,secret'] }],
      },
      {
        policy: 'connect-src https://api.test data: ws:',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync', 'EventSource', 'sendBeacon', 'a[ping]'],
        allows: [
          { url: 'https://api.test/', redirects: ['data:text/plain,secret'] },
          { url: 'https://api.test/', redirects: ['wss://api.test/'] },
        ],
      },
    ],
  },
] satisfies Scenario[];
