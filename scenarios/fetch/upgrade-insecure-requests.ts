import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http, webSockets } from '../shared/mechanisms.ts';

/** What an http: URL can be given to; the others want a secure one. */
const insecure = everyHttp.filter((name) => name !== 'fetchLater');
const loopback = ['localhost', 'www.localhost', '127.0.0.1', '[::1]'].flatMap((host) => [
  `http://${host}/`,
  `ws://${host}/`,
]);
const pages = ['https://page.test/', 'http://page.test/'];

export default [
  {
    id: 'upgrade-leaves-the-top-level',
    title: 'A window is led to http: all the same, but to the host of the page that asks for upgrades',
    spec: 'UIR#upgrade-request',
    documents: [
      {
        page: 'http://page.test/',
        policy: "upgrade-insecure-requests; connect-src 'none'",
        by: 'window.open',
        allows: ['http://third.test/next', 'http://page.test:8080/next', 'http://page.test/next'],
      },
    ],
  },
  {
    id: 'upgrade-comes-before-enforced-policies',
    title: 'An upgraded request is matched by its https: URL, and leaves over https',
    spec: 'UIR#upgrade-request',
    documents: pages.map((page) => ({
      page,
      policy: 'upgrade-insecure-requests; connect-src https://api.test wss://api.test',
      by: [...insecure, ...webSockets],
      allows: ['http://api.test/', 'ws://api.test/'],
      blocks: ['http://third.test/', 'ws://third.test/'],
    })),
  },
  {
    id: 'upgrade-in-a-policy-of-its-own',
    title:
      'It does not matter which of several policies asks for the upgrade, nor in which order directives stand',
    spec: 'UIR#upgrade-request',
    documents: [
      {
        policy: ['connect-src https://api.test', 'upgrade-insecure-requests'],
        by: http,
        allows: ['http://api.test/'],
        blocks: ['http://third.test/'],
      },
      {
        policy: 'connect-src https://api.test; upgrade-insecure-requests',
        by: http,
        allows: ['http://api.test/'],
      },
      {
        policy: 'upgrade-insecure-requests',
        by: [...insecure, ...webSockets],
        allows: ['http://api.test/', 'ws://api.test/'],
      },
      {
        meta: 'upgrade-insecure-requests; connect-src https://api.test',
        by: http,
        allows: ['http://api.test/'],
      },
    ],
  },
  {
    id: 'upgrade-keeps-http-sources-matching',
    title: 'A source with http: matches the upgraded URL too, for http: in a source means https: as well',
    spec: 'CSP#match-schemes',
    documents: [
      {
        policy: 'upgrade-insecure-requests; connect-src http://api.test',
        by: http,
        allows: ['http://api.test/', 'https://api.test/'],
        blocks: ['http://third.test/'],
      },
      { policy: 'upgrade-insecure-requests; connect-src http:', by: http, allows: ['http://api.test/'] },
    ],
  },
  {
    id: 'upgrade-leaves-ports-alone',
    title: 'The upgrade changes the scheme only: an explicit port stays, and is what the policy sees',
    spec: 'UIR#upgrade-request',
    documents: [
      {
        policy: 'upgrade-insecure-requests; connect-src https://api.test:8443 wss://api.test:8443',
        by: [...http, 'WebSocket'],
        allows: ['http://api.test:8443/', 'ws://api.test:8443/'],
        blocks: ['http://api.test/', 'ws://api.test/', 'http://api.test:8080/'],
      },
    ],
  },
  {
    id: 'upgrade-and-a-source-with-port-80',
    title: 'A source with port 80 does not match the upgraded URL, whose port is 443',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'upgrade-insecure-requests; connect-src http://api.test:80',
        by: http,
        blocks: ['http://api.test/'],
      },
    ],
  },
  {
    id: 'upgrade-at-every-redirect',
    title: 'The target of a redirect is upgraded like a called URL, before the policy sees it',
    spec: 'UIR#upgrade-request',
    documents: pages.map((page) => ({
      page,
      policy: 'upgrade-insecure-requests; connect-src https://api.test https://third.test',
      // In WebKit a hyperlink leads away from an upgrading http: document, which then hears no event of a later redirect.
      by: page.startsWith('https:') ? insecure : insecure.filter((name) => !name.endsWith('[ping]')),
      allows: [{ url: 'https://api.test/', redirects: ['http://third.test/'] }],
      blocks: [{ url: 'https://api.test/', redirects: ['http://other.test/'] }],
    })),
  },
  {
    id: 'upgrade-and-self',
    title: "Under an upgrade, 'self' of an http page matches its own upgraded URLs",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: "upgrade-insecure-requests; connect-src 'self'",
        by: [...http, 'WebSocket'],
        allows: ['http://page.test/data', 'ws://page.test/data'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'upgrade-comes-after-report-only-policies',
    title:
      'Report-only policies see the URL as it was called, so that an author learns what would be upgraded',
    spec: 'CSP#report-for-request',
    documents: [
      {
        policy: 'upgrade-insecure-requests',
        reportOnly: 'connect-src https:',
        by: http,
        allows: ['http://api.test/', 'https://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'upgrade-insecure-requests; connect-src https://api.test',
        reportOnly: 'connect-src https://api.test',
        by: http,
        allows: ['http://api.test/'],
        blocks: ['http://third.test/'],
      },
    ],
  },
  {
    id: 'upgrade-needs-an-enforced-policy',
    title: 'In a report-only policy upgrade-insecure-requests upgrades nothing',
    spec: 'UIR#delivery',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test/',
        reportOnly: 'upgrade-insecure-requests',
        by: [...insecure, 'WebSocket'],
        allows: ['http://api.test/'],
        blocks: ['http://third.test/'],
      },
      { reportOnly: 'upgrade-insecure-requests', by: http, blocks: ['http://api.test/'] },
    ],
  },
  {
    id: 'upgrade-reaches-loopback',
    title:
      'The text upgrades URLs of this machine as all others, though they are potentially trustworthy without it',
    spec: 'UIR#upgrade-request',
    documents: [...pages, 'http://localhost/'].flatMap((page) => [
      {
        page,
        policy: 'upgrade-insecure-requests; connect-src https: wss:',
        by: [...http, ...webSockets],
        allows: loopback,
      },
      { page, policy: 'upgrade-insecure-requests', by: ['fetch', 'WebSocket'], allows: loopback },
    ]),
  },
  {
    id: 'upgrade-reaches-inheriting-globals',
    title: 'Documents and workers made by an upgrading page upgrade as well',
    spec: 'UIR#nesting',
    documents: ['srcdoc', 'blob-worker', 'document'].map((context) => ({
      context,
      policy: 'upgrade-insecure-requests; connect-src https://api.test',
      by: http,
      allows: ['http://api.test/'],
      blocks: ['http://third.test/'],
    })),
  },
  {
    id: 'upgrade-of-the-creator-reaches-network-workers',
    title: 'A worker from the network has its own policies, but upgrades because its creator does',
    spec: 'UIR#nesting',
    documents: [
      {
        context: 'worker',
        creator: { policy: 'upgrade-insecure-requests' },
        policy: 'connect-src https://api.test',
        by: http,
        allows: ['http://api.test/'],
        blocks: ['http://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
