import type { Question } from '../../spec/explain.ts';

const plain = { destination: '', mode: 'cors' };

/** What the oracle needs to know of each mechanism that the form offers; the names are the scenarios' own. */
export const askable: Readonly<Record<string, NonNullable<Question['request']>>> = {
  fetch: plain,
  'fetch keepalive': plain,
  'fetch no-cors': { destination: '', mode: 'no-cors' },
  XMLHttpRequest: plain,
  WebSocket: { destination: '', mode: 'websocket', redirect: 'error' },
  EventSource: plain,
  sendBeacon: { destination: '', mode: 'no-cors' },
  'a[ping]': { destination: '', mode: 'no-cors' },
  WebTransport: { destination: '', mode: 'webtransport' },
  'link[rel=preload][as=fetch]': plain,
  'import json': { destination: 'json', mode: 'cors' },
  'import text': { destination: 'text', mode: 'cors' },
};
