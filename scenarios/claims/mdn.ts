import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, http, webSockets } from '../shared/mechanisms.ts';

/** A statement of MDN's page on the directive, in our words. It may be wrong: testing it shows that. */
const mdn = (statement: string) => ({
  page: 'MDN: Content-Security-Policy: connect-src',
  url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/connect-src',
  statement,
});

/** A mechanism the page names: governed by the directive, so a listed host is reached and any other is not. */
const appliesTo = (id: string, mechanism: string, spec: string): Scenario => {
  const scheme = mechanism === 'WebSocket' ? 'wss' : 'https';
  return {
    id: `applies-to-${id}`,
    title: `The directive governs ${mechanism}: a listed host is reached, any other is not`,
    spec,
    claim: mdn(`The directive governs what script opens by ${mechanism}.`),
    documents: [
      {
        policy: `connect-src ${scheme}://api.test`,
        by: mechanism,
        allows: [`${scheme}://api.test/`],
        blocks: [`${scheme}://third.test/`, `${scheme}://page.test/`],
      },
      {
        policy: "connect-src 'none'",
        by: mechanism,
        blocks: [`${scheme}://api.test/`, `${scheme}://page.test/`],
      },
      {
        policy: "img-src 'none'",
        by: mechanism,
        allows: [`${scheme}://api.test/`, `${scheme}://page.test/`],
      },
    ],
  };
};

export default [
  appliesTo('fetch', 'fetch', 'FETCH#dom-global-fetch'),
  appliesTo('xmlhttprequest', 'XMLHttpRequest', 'XHR#the-send()-method'),
  appliesTo('websocket', 'WebSocket', 'WS#concept-websocket-establish'),
  appliesTo('eventsource', 'EventSource', 'HTML#dom-eventsource'),
  appliesTo('sendbeacon', 'sendBeacon', 'BEACON#sec-processing-model'),
  appliesTo('a-ping', 'a[ping]', 'HTML#hyperlink-auditing'),
  appliesTo('fetchlater', 'fetchLater', 'FETCH#dom-window-fetchlater'),
  {
    id: 'mdn-level-1',
    title:
      'The directive is of CSP Level 1: it works in the plain header, beside directives of any later level',
    spec: 'CSP#directive-connect-src',
    claim: mdn('The directive belongs to the first version of CSP.'),
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy:
          "connect-src https://api.test; base-uri 'self'; worker-src 'self'; frame-ancestors *; trusted-types *",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'mdn-falls-back-to-default-src',
    title: 'Without connect-src the browser looks for `default-src`',
    spec: 'CSP#directive-fallback-list',
    claim: mdn('When the directive is absent, default-src takes its place.'),
    documents: [
      {
        policy: "default-src 'self' https://api.test",
        by: [...http, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "default-src 'self' https://api.test; connect-src https://third.test",
        by: [...http, ...webSockets],
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'mdn-none-blocks-everything',
    title: "The value is `'none'` or a list of sources; `'none'` blocks every connection",
    spec: 'CSP#match-url-to-source-list',
    claim: mdn("The value 'none' lets no resource be loaded, and its quotes are mandatory."),
    documents: [
      {
        policy: "connect-src 'none'",
        by: [...everyHttp, ...webSockets],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
      {
        policy: 'connect-src none',
        by: eachPath,
        allows: ['https://none/', 'wss://none/'],
        blocks: ['https://page.test/'],
      },
    ],
  },
  {
    id: 'mdn-source-list',
    title: 'The value may list several sources; a request that matches one of them goes out',
    spec: 'CSP#match-url-to-source-list',
    claim: mdn('The value may be a list of sources separated by spaces; one that matches is enough.'),
    documents: [
      {
        policy: "connect-src 'self' https://api.test https://*.third.test wss://other.test",
        by: [...http, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'https://www.third.test/', 'wss://other.test/'],
        blocks: ['https://third.test/', 'https://www.api.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'mdn-self-and-web-sockets',
    title: "`'self'` reaches WebSockets of the page’s host by the text, though not in every browser",
    spec: 'CSP#match-url-to-source-expression',
    claim: mdn("'self' does not cover WebSocket schemes in every browser."),
    sources: ['https://github.com/w3c/webappsec-csp/issues/7'],
    documents: [
      {
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: webSockets,
        allows: ['ws://page.test/', 'wss://page.test/'],
        blocks: ['ws://api.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src 'self'",
        by: webSockets,
        allows: ['wss://page.test/'],
        blocks: ['ws://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'mdn-example',
    title:
      'The page’s example: one origin is listed, and a link’s ping, XMLHttpRequest, WebSocket, EventSource, beacon and fetch to another are refused',
    spec: 'CSP#directive-connect-src',
    claim: mdn(
      'With connect-src https://example.com/ the connections of the example to another host are blocked and will not load.',
    ),
    documents: [
      {
        policy: 'connect-src https://example.com/',
        by: ['a[ping]', 'fetch', 'XMLHttpRequest', 'EventSource', 'sendBeacon'],
        allows: ['https://example.com/', 'https://example.com/any/path'],
        blocks: [
          {
            url: 'https://not-example.com/',
            by: ['a[ping]', 'fetch', 'XMLHttpRequest', 'EventSource', 'sendBeacon'],
          },
          { url: 'wss://not-example.com/', by: ['WebSocket'] },
        ],
      },
    ],
  },
  {
    id: 'mdn-example-web-socket-is-not-listed',
    title: 'The example’s https source reaches a WebSocket of its host by the text',
    spec: 'CSP#match-schemes',
    claim: mdn('The example lists an https origin and blocks a WebSocket.'),
    sources: ['https://github.com/w3c/webappsec-csp/issues/332'],
    documents: [
      { policy: 'connect-src https://example.com/', by: webSockets, allows: ['wss://example.com/'] },
    ],
  },
] satisfies Scenario[];
