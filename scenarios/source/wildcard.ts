import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-hosts: a wildcard label, and the bare `*`, which is a rule of its own. */
export default [
  {
    id: 'wildcard-subdomains',
    title: '`*.host` matches subdomains at any depth, but not the host itself',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://*.api.test',
        by: [...everyHttp, ...webSockets],
        allows: [
          'https://www.api.test/',
          'https://a.b.c.api.test/v1/',
          'wss://www.api.test/',
          'wss://a.b.c.api.test/',
        ],
        blocks: [
          'https://api.test/',
          'https://page.test/',
          'https://api.test.third.test/',
          'https://www.api.test:8443/',
          'wss://api.test/',
          'wss://api.test.third.test/',
        ],
      },
    ],
  },
  {
    id: 'wildcard-subdomains-need-the-dot',
    title: 'A host that merely ends in the same letters is no subdomain',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://*.example.com',
        by: eachPath,
        allows: ['https://www.example.com/'],
        blocks: [
          'https://not-example.com/',
          'https://example.com/',
          'https://example.com.third.test/',
          'https://www.example.com.third.test/',
        ],
      },
    ],
  },
  {
    id: 'wildcard-subdomains-without-scheme',
    title: 'Without a scheme `*.host` follows the page’s',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src *.api.test',
        by: eachPath,
        allows: [
          'http://www.api.test/',
          'https://www.api.test/',
          'ws://www.api.test/',
          'wss://www.api.test/',
        ],
        blocks: ['http://api.test/', 'http://www.api.test:8080/', 'ws://api.test/', 'ws://www.third.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https://*.api.test',
        by: eachPath,
        allows: ['https://www.api.test/'],
        blocks: ['http://www.api.test/', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'wildcard-of-a-subdomain',
    title: 'The wildcard label stands for what is left of it, however long the rest is',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://*.v1.api.test',
        by: eachPath,
        allows: ['https://a.v1.api.test/', 'https://a.b.v1.api.test/'],
        blocks: [
          'https://v1.api.test/',
          'https://a.v2.api.test/',
          'https://api.test/',
          'https://av1.api.test/',
        ],
      },
      {
        policy: 'connect-src https://*.test',
        by: eachPath,
        allows: ['https://api.test/', 'https://www.third.test/', 'https://page.test/'],
        blocks: ['https://example.com/', 'https://api.test./'],
      },
      {
        policy: 'connect-src https://*.test.',
        by: eachPath,
        allows: ['https://api.test./'],
        blocks: ['https://api.test/'],
      },
    ],
  },
  {
    id: 'wildcard-not-first',
    title: 'A wildcard anywhere but as the first label is no source expression',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://www.*.test',
      'https://api.*',
      'https://*api.test',
      'https://a*i.test',
      'https://*.*.api.test',
      'https://**.api.test',
      'https://*.',
      'https://*..api.test',
      'https://.api.test',
      'https://*.api.*',
      'www.*.test',
      'api.*',
      '*api.test',
      '*.',
      '**',
      '.api.test',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://api.test/', 'https://www.api.test/', 'wss://www.api.test/'],
    })),
  },
  {
    id: 'wildcard-star-on-https-page',
    title: '`*` matches every http(s) URL and WebSocket, addresses included, on any port',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src *',
        by: [...everyHttp, ...webSockets],
        allows: [
          'https://page.test/',
          'https://api.test/',
          'https://a.b.third.test:8443/v1/?q#f',
          'https://127.0.0.1/',
          'https://[::1]/',
          'https://localhost/',
          'wss://page.test/',
          'wss://api.test:8443/',
        ],
      },
    ],
  },
  {
    id: 'wildcard-star-on-http-page',
    title: 'On an http page too `*` matches http and https, ws and wss',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src *',
        by: [...everyInsecureHttp, ...webSockets],
        allows: [
          'http://page.test/',
          'http://api.test:8080/',
          'https://api.test/',
          'ws://page.test/',
          'ws://api.test:8080/',
          'wss://api.test/',
        ],
      },
    ],
  },
  {
    id: 'wildcard-star-and-local-schemes',
    title: '`*` does not match data: or blob: URLs',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src *',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        blocks: ['data:text/plain,ok', 'blob:'],
      },
    ],
  },
  {
    id: 'wildcard-host-with-scheme',
    title: '`scheme://*` matches every host of the scheme on its default port alone',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src https://*',
        by: eachPath,
        allows: ['https://page.test/', 'https://www.third.test/v1/', 'wss://api.test/'],
        blocks: ['https://api.test:8443/', 'https://page.test:8443/', 'wss://api.test:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https://*',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['http://api.test/', 'http://page.test/', 'ws://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://*',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/', 'wss://api.test/'],
        blocks: ['http://api.test:8080/', 'https://api.test:8443/', 'ws://api.test:8080/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src ws://*',
        by: eachPath,
        allows: ['ws://api.test/', 'wss://api.test/', 'http://api.test/', 'https://api.test/'],
        blocks: ['ws://api.test:8080/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src wss://*',
        by: eachPath,
        allows: ['wss://api.test/', 'https://api.test/'],
        blocks: ['ws://api.test/', 'http://api.test/', 'wss://api.test:8443/'],
      },
    ],
  },
  {
    id: 'wildcard-host-with-port',
    title: 'A wildcard host with a port is every host on that port, by the page’s scheme or a safer one',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src *:8443',
        by: eachPath,
        allows: ['https://api.test:8443/', 'https://page.test:8443/', 'wss://api.test:8443/'],
        blocks: ['https://api.test/', 'https://page.test/', 'https://api.test:8444/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src *:*',
        by: eachPath,
        allows: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src *:*',
        by: eachPath,
        allows: [
          'http://api.test/',
          'http://api.test:8080/',
          'https://api.test:8443/',
          'ws://api.test:8080/',
        ],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https://*:*',
        by: eachPath,
        allows: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test:8443/'],
        blocks: ['http://api.test/', 'http://api.test:8443/', 'ws://api.test:8443/'],
      },
    ],
  },
  {
    id: 'wildcard-host-with-path',
    title: 'A wildcard host may have a path, which every host then has to match',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src */v1/',
        by: eachPath,
        allows: ['https://api.test/v1/', 'https://page.test/v1/users', 'wss://third.test/v1/'],
        blocks: [
          'https://api.test/',
          'https://api.test/v2/',
          'https://api.test:8443/v1/',
          'wss://third.test/v2/',
        ],
      },
      {
        policy: 'connect-src https://*.api.test:8443/v1/',
        by: eachPath,
        allows: ['https://www.api.test:8443/v1/users', 'wss://www.api.test:8443/v1/'],
        blocks: [
          'https://api.test:8443/v1/',
          'https://www.api.test/v1/',
          'https://www.api.test:8443/v2/',
          'https://www.third.test:8443/v1/',
          'wss://www.api.test/v1/',
        ],
      },
    ],
  },
  {
    id: 'wildcard-host-and-local-schemes',
    title: 'A wildcard host matches no URL without a host',
    spec: 'CSP#match-url-to-source-expression',
    documents: ['https://*', '*:*', 'data://*', 'blob://*'].map((source) => ({
      policy: `connect-src ${source}`,
      by: ['fetch', 'XMLHttpRequest'],
      blocks: ['data:text/plain,ok', 'blob:'],
    })),
  },
] satisfies Scenario[];
