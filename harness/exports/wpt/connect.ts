/** How a test opens a connection: an expression that gives a promise, which is fulfilled where it got through. */
interface Opening {
  /** What must be there, or the browser is not judged. */
  needs?: string;
  /** The body of a function; `url` stands for the target. */
  open: readonly string[];
}

const fetched = (options: string): Opening => ({
  open: [`return fetch(url, { mode: 'no-cors', ${options} });`],
});

/**
 * By mechanism. Requests of `fetch()` are made without CORS: what arrived is then fulfilled whatever the server says, and
 * its server needs no resource at that URL.
 */
const openings: Readonly<Record<string, Opening>> = {
  fetch: fetched("cache: 'no-store'"),
  'fetch no-cors': fetched("cache: 'no-store'"),
  'fetch keepalive': fetched("keepalive: true, method: 'POST', body: 'x'"),
  XMLHttpRequest: {
    open: [
      'return new Promise((resolve, reject) => {',
      '  const xhr = new XMLHttpRequest();',
      '  xhr.onload = resolve;',
      '  xhr.onerror = reject;',
      "  xhr.open('GET', url);",
      '  xhr.send();',
      '});',
    ],
  },
  'XMLHttpRequest sync': {
    open: [
      'const xhr = new XMLHttpRequest();',
      "xhr.open('GET', url, false);",
      'xhr.send();',
      'return Promise.resolve();',
    ],
  },
  WebSocket: {
    open: [
      'return new Promise((resolve, reject) => {',
      '  const socket = new WebSocket(url);',
      '  socket.onopen = resolve;',
      '  socket.onerror = reject;',
      '});',
    ],
  },
  'import json': { open: ["return import(url, { with: { type: 'json' } });"] },
  // What is added by `late` comes after the preload, and before the fetch.
  'fetch of a preload': {
    open: [
      "const link = document.createElement('link');",
      "Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: url });",
      'return new Promise((resolve, reject) => {',
      '  link.onload = resolve;',
      '  link.onerror = reject;',
      '  document.head.append(link);',
      '}).then(late).then(() => fetch(url));',
    ],
  },
  WebTransport: {
    needs: 'WebTransport',
    open: [
      "const hash = { algorithm: 'sha-256', value: new Uint8Array(32) };",
      'return new WebTransport(url, { serverCertificateHashes: [hash] }).ready;',
    ],
  },
};

/** How a mechanism is opened in a test; undefined where no test can be written of it. */
export const openingOf = (mechanism: string): Opening | undefined =>
  Object.hasOwn(openings, mechanism) ? openings[mechanism] : undefined;
