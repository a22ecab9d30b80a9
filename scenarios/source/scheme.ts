import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-schemes: what a scheme-source reaches. Schemes match upwards (http to https), never downwards. */
export default [
  {
    id: 'scheme-https-from-https-page',
    title: '`https:` matches every https URL, whatever its host, port, path or query',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'connect-src https:',
        by: everyHttp,
        allows: [
          'https://page.test/',
          'https://api.test/',
          'https://deep.sub.api.test/',
          'https://api.test:8443/',
          'https://api.test/v1/users?next=http://third.test/',
          'https://127.0.0.1/',
          'https://localhost/',
        ],
      },
    ],
  },
  {
    id: 'scheme-https-from-http-page',
    title: '`https:` matches no http URL, not even the page’s own',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src https:',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'https://api.test:8443/'],
        blocks: [
          'http://page.test/',
          'http://api.test/',
          'http://api.test:443/',
          'http://api.test:8443/https:/',
        ],
      },
    ],
  },
  {
    id: 'scheme-http-matches-upwards',
    title: '`http:` matches http and https URLs on any host and port',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http:',
        by: everyInsecureHttp,
        allows: [
          'http://page.test/',
          'http://api.test/',
          'http://api.test:8080/v1/',
          'https://api.test/',
          'https://api.test:8443/',
        ],
      },
      {
        policy: 'connect-src http:',
        by: everyHttp,
        allows: ['https://page.test/', 'https://api.test/', 'https://api.test:8443/v1/'],
      },
    ],
  },
  {
    id: 'scheme-wss-and-fetches',
    title: '`wss:` matches https requests by the text, because a WebSocket’s request has an https URL',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src wss:',
        by: everyInsecureHttp,
        allows: ['https://api.test/', 'https://page.test/'],
        blocks: ['http://api.test/', 'http://page.test/'],
      },
      { policy: 'connect-src wss:', by: everyHttp, allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'scheme-ws-and-fetches',
    title: '`ws:` matches http and https requests by the text, because a WebSocket’s request has such a URL',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src ws:',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/'],
      },
      { policy: 'connect-src ws:', by: eachPath, allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'scheme-and-web-sockets',
    title: 'A scheme-source reaches WebSockets by the scheme of their request: http for ws, https for wss',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http:',
        by: webSockets,
        allows: ['ws://page.test/', 'ws://api.test/', 'wss://api.test/', 'ws://api.test:8080/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https:',
        by: webSockets,
        allows: ['wss://page.test/', 'wss://api.test/', 'wss://api.test:8443/'],
        blocks: ['ws://page.test/', 'ws://api.test/', 'ws://api.test:443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src ws:',
        by: webSockets,
        allows: [
          'ws://page.test/',
          'ws://api.test/',
          'wss://api.test/',
          'ws://api.test:8080/',
          'wss://api.test:8443/',
        ],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src wss:',
        by: webSockets,
        allows: ['wss://page.test/', 'wss://api.test/', 'wss://api.test:8443/'],
        blocks: ['ws://page.test/', 'ws://api.test/', 'ws://api.test:443/'],
      },
      {
        policy: 'connect-src https:',
        by: webSockets,
        allows: ['wss://page.test/', 'wss://api.test/', 'wss://api.test:8443/'],
      },
      { policy: 'connect-src http:', by: webSockets, allows: ['wss://page.test/', 'wss://api.test/'] },
      {
        policy: 'connect-src wss:',
        by: webSockets,
        allows: ['wss://page.test/', 'wss://api.test/', 'wss://127.0.0.1/'],
      },
      { policy: 'connect-src ws:', by: webSockets, allows: ['wss://page.test/', 'wss://api.test:8443/'] },
    ],
  },
  {
    id: 'scheme-ignores-case',
    title: 'The case of a scheme-source does not matter',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'connect-src HTTPS:',
        by: eachPath,
        allows: ['https://api.test/', 'https://api.test:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src HtTp:',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src WSS:',
        by: webSockets,
        allows: ['wss://api.test/'],
        blocks: ['ws://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src Ws:',
        by: webSockets,
        allows: ['ws://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'scheme-of-something-else',
    title: 'A scheme that no connection has is a valid source and matches nothing',
    spec: 'CSP#match-schemes',
    documents: [
      'ftp:',
      'file:',
      'data:',
      'blob:',
      'about:',
      'filesystem:',
      'javascript:',
      'mediastream:',
      'httpss:',
      'http+unix:',
      'h:',
      'x-custom.scheme-1+2:',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'scheme-alone-is-no-host',
    title: 'A host name followed by a colon is a scheme-source, so it does not match the host',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy: 'connect-src api.test:',
        by: eachPath,
        blocks: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src localhost:',
        by: eachPath,
        blocks: ['https://localhost/', 'wss://localhost/'],
      },
      {
        policy: 'connect-src page.test:',
        by: eachPath,
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'scheme-without-colon-is-a-host',
    title: 'A scheme’s name without its colon is a host, and matches no other',
    spec: 'CSP#framework-directive-source-list',
    documents: ['https', 'http', 'wss', 'HTTPS'].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'scheme-beside-a-host',
    title: 'A scheme-source beside a host-source widens the list to the scheme’s every host',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test https:',
        by: eachPath,
        allows: ['http://api.test/', 'https://third.test/', 'https://api.test:8443/'],
        blocks: ['http://third.test/', 'http://api.test:8080/'],
      },
    ],
  },
] satisfies Scenario[];
