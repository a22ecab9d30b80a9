import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-hosts: a host-part without a wildcard is one host, spelled as the URL parser spells it. */
export default [
  {
    id: 'host-is-one-host',
    title: 'A host-source matches its host alone: no subdomain, no parent, no name that merely looks like it',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: everyHttp,
        allows: ['https://api.test/', 'https://api.test/v1/users?q=1'],
        blocks: [
          'https://page.test/',
          'https://third.test/',
          'https://www.api.test/',
          'https://api.test.third.test/',
          'https://api.page.test/',
        ],
      },
      {
        policy: 'connect-src https://www.api.test',
        by: eachPath,
        allows: ['https://www.api.test/'],
        blocks: [
          'https://api.test/',
          'https://ww.api.test/',
          'https://a.www.api.test/',
          'https://www2.api.test/',
        ],
      },
      {
        policy: 'connect-src https://example.com',
        by: eachPath,
        allows: ['https://example.com/'],
        blocks: [
          'https://not-example.com/',
          'https://example.org/',
          'https://example.com.page.test/',
          'https://third.test/example.com',
          'https://third.test/?https://example.com',
          'https://third.test/#@example.com',
        ],
      },
    ],
  },
  {
    id: 'host-without-scheme-on-https-page',
    title: 'On an https page a host without scheme is the host over https',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src api.test',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/', 'https://api.test/v1/', 'wss://api.test/'],
        blocks: [
          'https://third.test/',
          'https://page.test/',
          'https://www.api.test/',
          'https://api.test:8443/',
          'wss://third.test/',
          'wss://www.api.test/',
          'wss://api.test:8443/',
        ],
      },
    ],
  },
  {
    id: 'host-without-scheme-on-http-page',
    title: 'On an http page a host without scheme is the host over http and https',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/', 'wss://api.test/'],
        blocks: [
          'http://third.test/',
          'https://third.test/',
          'http://www.api.test/',
          'http://api.test:8080/',
          'http://page.test/',
          'ws://third.test/',
          'wss://third.test/',
          'ws://api.test:8080/',
          'ws://page.test/',
        ],
      },
    ],
  },
  {
    id: 'host-with-scheme-https',
    title: '`https://host` matches the host over https, and never over http',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['http://api.test/', 'http://api.test:443/', 'https://third.test/'],
      },
    ],
  },
  {
    id: 'host-with-scheme-http',
    title: '`http://host` matches the host over http and https',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/'],
        blocks: ['http://third.test/', 'https://third.test/', 'https://www.api.test/'],
      },
      {
        policy: 'connect-src http://api.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'host-with-web-socket-scheme-and-fetches',
    title: '`wss://host` matches https requests to it by the text, and `ws://host` http ones too',
    spec: 'CSP#match-schemes',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src wss://api.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['http://api.test/', 'https://third.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src ws://api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/'],
        blocks: ['http://third.test/', 'https://third.test/'],
      },
    ],
  },
  {
    id: 'host-with-foreign-scheme',
    title: 'A host with a scheme that no connection has matches nothing',
    spec: 'CSP#match-schemes',
    documents: [
      'ftp://api.test',
      'file://api.test',
      'data://api.test',
      'blob://api.test',
      'about://api.test',
      'x://api.test',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'host-ignores-case',
    title: 'The case of scheme and host does not matter',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src HTTPS://API.TEST',
        by: eachPath,
        allows: ['https://api.test/', 'https://API.test/v1/'],
        blocks: ['https://third.test/'],
      },
      {
        policy: 'connect-src Api.Test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://*.API.test',
        by: eachPath,
        allows: ['https://www.api.test/', 'https://WWW.API.TEST/'],
        blocks: ['https://api.test/'],
      },
      {
        policy: 'connect-src WSS://API.TEST',
        by: webSockets,
        allows: ['wss://api.test/', 'wss://API.TEST/'],
        blocks: ['wss://third.test/'],
      },
    ],
  },
  {
    id: 'host-trailing-dot',
    title: 'A trailing dot is part of the host: the name with it and the name without it are two',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://api.test.',
        by: eachPath,
        allows: ['https://api.test./', 'wss://api.test./'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://api.test./', 'wss://api.test./'],
      },
      {
        policy: 'connect-src api.test.:8443',
        by: eachPath,
        allows: ['https://api.test.:8443/'],
        blocks: ['https://api.test:8443/', 'https://api.test./'],
      },
    ],
  },
  {
    id: 'host-underscore',
    title: 'An underscore is no host character, so only a wildcard can reach a host that has one',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy: 'connect-src https://a_b.api.test',
        by: eachPath,
        blocks: ['https://a_b.api.test/', 'wss://a_b.api.test/'],
      },
      { policy: 'connect-src https://*.api.test', by: eachPath, allows: ['https://a_b.api.test/'] },
    ],
  },
  {
    id: 'host-odd-labels',
    title: 'Hyphens and digits may stand anywhere in a host-part',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy: 'connect-src https://a--b.api.test https://0.api.test https://-.api.test https://x-.api.test',
        by: eachPath,
        allows: [
          'https://a--b.api.test/',
          'https://0.api.test/',
          'https://-.api.test/',
          'https://x-.api.test/',
        ],
        blocks: ['https://a-b.api.test/', 'https://00.api.test/'],
      },
    ],
  },
  {
    id: 'host-unquoted-keywords',
    title: 'Without quotes `self` and `none` are host names',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy: 'connect-src self',
        by: [...everyHttp, ...webSockets],
        allows: ['https://self/', 'wss://self/'],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
      {
        policy: 'connect-src none',
        by: [...everyHttp, ...webSockets],
        allows: ['https://none/', 'wss://none/'],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src self none',
        by: eachPath,
        allows: ['http://self/', 'http://none/', 'https://self/'],
        blocks: ['http://page.test/', 'http://api.test/'],
      },
    ],
  },
  {
    id: 'host-ignores-target-details',
    title: 'Query, fragment and default port of the target play no part in matching the host',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: [
          'https://api.test/?a=https://third.test/',
          'https://api.test/#fragment',
          'https://api.test/@third.test',
          'https://api.test//third.test/',
        ],
        blocks: [
          'https://third.test/?a=https://api.test/',
          'https://third.test/@api.test',
          'https://third.test//api.test/',
        ],
      },
    ],
  },
] satisfies Scenario[];
