/**
 * Lists of mechanisms that scenarios name. `by` drops by itself what cannot carry a target's scheme, and what the
 * context's global does not have.
 */

/** The classic mechanisms for http(s) URLs, each on a code path of its own in every engine. */
export const http = ['fetch', 'XMLHttpRequest', 'EventSource', 'sendBeacon', 'a[ping]'];

/** Every mechanism for http(s) URLs that all hosts, ports and schemes can be reached by. */
export const everyHttp = [
  ...http,
  'XMLHttpRequest sync',
  'area[ping]',
  'fetch keepalive',
  'fetch no-cors',
  'fetchLater',
  'link[rel=preload][as=fetch]',
  'link[rel=modulepreload][as=json]',
  'link[rel=compression-dictionary]',
  'Cache.add',
  'Cache.addAll',
  'import json',
  'import text',
  'WebAssembly.instantiateStreaming',
];

/** Those of {@link everyHttp} that an http: page has too; the others ask for a secure context. */
export const everyInsecureHttp = everyHttp.filter(
  (name) => !['fetchLater', 'Cache.add', 'Cache.addAll', 'link[rel=compression-dictionary]'].includes(name),
);

export const webSockets = ['WebSocket', 'WebSocketStream'];

/**
 * One mechanism for each kind of request the specification knows, for rules that hang on how a source is read and not
 * on who asks. That every other mechanism asks at all is what the scenarios of {@link everything} are for.
 */
export const eachPath = ['fetch', 'WebSocket'];

/** Whatever carries http(s), ws(s), data:, blob: or about:. WebTransport is apart: QUIC reaches 127.0.0.1 only. */
export const everything = [...everyHttp, ...webSockets];
