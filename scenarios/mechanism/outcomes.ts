import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

/** Blocked at its start, blocked at a redirect. */
const bothWays = [
  'https://third.test/',
  { url: 'https://api.test/', redirects: ['https://third.test/'] },
  { url: 'https://api.test/', redirects: ['https://api.test/second', 'https://third.test/'] },
];
const blockedByBoth = (by: string | string[], context = 'frame') => ({
  context,
  policy: 'connect-src https://api.test',
  by,
  blocks: bothWays,
});

export default [
  {
    id: 'outcome-of-fetch',
    title:
      'A blocked fetch() rejects with TypeError and gives no response, blocked at its start or at a redirect, in every mode',
    spec: 'FETCH#dom-global-fetch',
    documents: [
      {
        ...blockedByBoth(['fetch', 'fetch no-cors', 'fetch keepalive']),
        blocks: [
          ...bothWays,
          { url: 'https://third.test/', options: { method: 'HEAD' }, by: ['fetch', 'fetch no-cors'] },
          { url: 'https://third.test/', options: { credentials: 'include' } },
          { url: 'https://third.test/', options: { cache: 'force-cache' } },
          { url: 'https://third.test/', options: { cache: 'no-store' } },
        ],
      },
      blockedByBoth(['fetch', 'fetch no-cors', 'fetch keepalive'], 'worker'),
    ],
  },
  {
    id: 'outcome-of-xmlhttprequest',
    title:
      'A blocked XMLHttpRequest fires error with status 0 (never 400), after readyState 4 and before loadend; send() does not throw',
    spec: 'XHR#request-error-steps',
    documents: [
      {
        ...blockedByBoth('XMLHttpRequest'),
        blocks: [
          ...bothWays,
          { url: 'https://third.test/', status: 400 },
          { url: 'https://third.test/', options: { method: 'HEAD' } },
          { url: 'https://third.test/', options: { method: 'POST', body: 'posted' } },
          { url: 'https://third.test/', options: { credentials: 'include' } },
        ],
      },
      blockedByBoth('XMLHttpRequest', 'worker'),
    ],
  },
  {
    id: 'outcome-of-synchronous-xmlhttprequest',
    title: 'A blocked synchronous XMLHttpRequest throws NetworkError out of send()',
    spec: 'XHR#the-send()-method',
    documents: [
      {
        ...blockedByBoth('XMLHttpRequest sync'),
        blocks: [...bothWays, { url: 'https://third.test/', options: { method: 'POST', body: 'posted' } }],
      },
      blockedByBoth('XMLHttpRequest sync', 'worker'),
    ],
  },
  {
    id: 'outcome-of-websocket',
    title:
      'A blocked WebSocket is constructed CONNECTING, then fires error and close with code 1006, not clean; nothing is thrown',
    spec: 'WS#feedback-from-the-protocol',
    documents: ['frame', 'worker', 'blob-worker'].map((context) => ({
      context,
      policy: 'connect-src wss://api.test',
      by: ['WebSocket', 'WebSocketStream'],
      blocks: [
        'wss://third.test/',
        'wss://page.test/',
        { url: 'wss://third.test/', options: { protocols: 'chat' }, by: ['WebSocket'] },
      ],
    })),
  },
  {
    id: 'outcome-of-eventsource',
    title:
      'A blocked EventSource is constructed CONNECTING and fires error, as it does when the network fails; nothing is thrown',
    spec: 'HTML#dom-eventsource',
    documents: [
      {
        ...blockedByBoth('EventSource'),
        blocks: [...bothWays, { url: 'https://third.test/', options: { withCredentials: true } }],
      },
      blockedByBoth('EventSource', 'worker'),
    ],
  },
  {
    id: 'outcome-of-sendbeacon',
    title:
      'sendBeacon() returns true whether the policy lets the beacon go or not: its fetch comes after the return value is set',
    spec: 'BEACON#sec-processing-model',
    documents: [
      {
        ...blockedByBoth('sendBeacon'),
        blocks: [
          ...bothWays,
          { url: 'https://third.test/', cors: 'credentials', options: { type: 'application/json' } },
          { url: 'https://third.test/', options: { type: 'text/plain' } },
        ],
      },
    ],
  },
  {
    id: 'outcome-of-pings',
    title: 'A hyperlink with a blocked ping is followed as usual, and script is shown nothing else',
    spec: 'HTML#hyperlink-auditing',
    documents: [blockedByBoth(['a[ping]', 'area[ping]'])],
  },
  {
    id: 'outcome-of-links',
    title: 'A blocked link fires error',
    spec: 'HTML#link-type-preload',
    documents: [
      blockedByBoth([
        'link[rel=preload][as=fetch]',
        'link[rel=modulepreload][as=json]',
        'link[rel=compression-dictionary]',
      ]),
    ],
  },
  {
    id: 'outcome-of-imports',
    title: 'A blocked import of a JSON or text module rejects with TypeError',
    spec: 'HTML#fetch-a-single-module-script',
    documents: ['frame', 'worker'].map((context) => blockedByBoth(['import json', 'import text'], context)),
  },
  {
    id: 'outcome-of-caches-and-wasm',
    title:
      'What wraps a fetch passes its TypeError on: Cache.add(), Cache.addAll(), WebAssembly.instantiateStreaming()',
    spec: 'SW#cache-addAll',
    documents: ['frame', 'worker'].map((context) =>
      blockedByBoth(['Cache.add', 'Cache.addAll', 'WebAssembly.instantiateStreaming'], context),
    ),
  },
  {
    id: 'outcome-of-fetchlater',
    title: 'A blocked fetchLater() gives its result, and counts as activated once its time has come',
    spec: 'FETCH#dom-window-fetchlater',
    documents: [blockedByBoth('fetchLater')],
  },
  {
    id: 'outcome-is-the-same-for-each-way-to-block',
    title:
      'Script is shown the same block whichever policy blocks: a header’s, a meta’s, default-src, one of several',
    spec: 'FETCH#main-fetch',
    documents: [
      { meta: 'connect-src https://api.test' },
      { policy: "default-src 'self'" },
      { policy: ['connect-src *', "connect-src 'none'"] },
      { policy: 'connect-src' },
    ].map((delivery) => ({
      ...delivery,
      by: [...http, 'WebSocket'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
