import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-ports: numbers are compared as numbers, and no port means the default one. */
export default [
  {
    id: 'port-absent',
    title: 'A source without port matches the default port alone',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: [
          'https://api.test:8443/',
          'https://api.test:80/',
          'https://api.test:444/',
          'wss://api.test:8443/',
        ],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test',
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/', 'wss://api.test/'],
        blocks: [
          'http://api.test:8080/',
          'http://api.test:443/',
          'https://api.test:80/',
          'https://api.test:8443/',
          'ws://api.test:8080/',
          'wss://api.test:80/',
        ],
      },
    ],
  },
  {
    id: 'port-default-written-out',
    title: 'The default port of the URL’s scheme matches, written in the source though not in the URL',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:443',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://api.test:80/', 'https://api.test:8443/', 'wss://api.test:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test:80',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test:80/', 'ws://api.test/', 'wss://api.test:80/'],
        blocks: ['http://api.test:8080/', 'http://api.test:443/', 'ws://api.test:8080/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test:443',
        by: eachPath,
        allows: ['https://api.test/', 'http://api.test:443/', 'wss://api.test/', 'ws://api.test:443/'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
      {
        policy: 'connect-src api.test:443',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://api.test:8443/'],
      },
    ],
  },
  {
    id: 'port-80-upgraded',
    title: 'Port 80 in a source is not port 443 of the safer scheme, by the steps',
    spec: 'CSP#match-ports',
    sources: ['https://github.com/w3c/webappsec-csp/issues/439'],
    documents: [
      {
        policy: 'connect-src http://api.test:80',
        by: eachPath,
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src api.test:80',
        by: eachPath,
        allows: ['http://api.test/', 'ws://api.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src ws://api.test:80',
        by: webSockets,
        allows: ['ws://api.test/'],
        blocks: ['wss://api.test/', 'wss://api.test:8443/'],
      },
    ],
  },
  {
    id: 'port-80-is-not-443-elsewhere',
    title: 'Where no scheme is upgraded, port 80 and port 443 are just two ports',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:80',
        by: eachPath,
        allows: ['https://api.test:80/', 'wss://api.test:80/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src api.test:80',
        by: eachPath,
        allows: ['https://api.test:80/', 'wss://api.test:80/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test:8080',
        by: eachPath,
        allows: ['http://api.test:8080/'],
        blocks: ['https://api.test:8443/', 'https://api.test/', 'http://api.test/'],
      },
    ],
  },
  {
    id: 'port-exact',
    title: 'A port that is not the default one matches itself alone, over the scheme and its safer one',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:8443',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test:8443/', 'https://api.test:8443/v1/', 'wss://api.test:8443/'],
        blocks: [
          'https://api.test/',
          'https://api.test:8444/',
          'https://api.test:844/',
          'https://third.test:8443/',
          'wss://api.test/',
        ],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test:8080',
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['https://api.test:8080/', 'wss://api.test:8080/', 'ws://api.test:8080/'],
        blocks: ['http://api.test/', 'http://api.test:8081/', 'http://api.test:80/', 'ws://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src api.test:8080',
        by: eachPath,
        allows: [
          'http://api.test:8080/',
          'https://api.test:8080/',
          'ws://api.test:8080/',
          'wss://api.test:8080/',
        ],
        blocks: ['http://api.test/', 'https://api.test/', 'http://page.test:8080/'],
      },
      {
        policy: 'connect-src wss://api.test:8443',
        by: eachPath,
        allows: ['wss://api.test:8443/', 'https://api.test:8443/'],
        blocks: ['wss://api.test/', 'wss://api.test:8444/', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'port-any',
    title: '`:*` matches every port of the host, the default one too',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:*',
        by: eachPath,
        allows: [
          'https://api.test/',
          'https://api.test:8443/',
          'https://api.test:80/',
          'wss://api.test/',
          'wss://api.test:8443/',
        ],
        blocks: ['https://third.test/', 'https://www.api.test:8443/', 'wss://third.test:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test:*',
        by: eachPath,
        allows: [
          'http://api.test/',
          'http://api.test:8080/',
          'https://api.test/',
          'https://api.test:8443/',
          'ws://api.test:8080/',
        ],
        blocks: ['http://third.test:8080/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src https://api.test:*',
        by: eachPath,
        allows: ['https://api.test:8080/'],
        blocks: ['http://api.test:8080/', 'ws://api.test:8080/'],
      },
      {
        policy: 'connect-src *.api.test:*',
        by: eachPath,
        allows: ['https://www.api.test:8443/', 'wss://www.api.test:8443/'],
        blocks: ['https://api.test:8443/'],
      },
    ],
  },
  {
    id: 'port-leading-zeros',
    title: 'A port is a number: leading zeros do not change it',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:08443',
        by: eachPath,
        allows: ['https://api.test:8443/', 'wss://api.test:8443/'],
        blocks: ['https://api.test/', 'https://api.test:844/'],
      },
      {
        policy: 'connect-src https://api.test:0443',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://api.test:8443/'],
      },
      { policy: 'connect-src https://api.test:0000000443', by: eachPath, allows: ['https://api.test/'] },
    ],
  },
  {
    id: 'port-out-of-range',
    title: 'A port beyond 65535 matches nothing, and does not wrap around to one within',
    spec: 'CSP#match-ports',
    documents: [
      {
        // 65536 + 443, 65536 + 8443, and 2³² + 443.
        policy: 'connect-src https://api.test:65979 https://api.test:73979 https://api.test:4294967739',
        by: eachPath,
        blocks: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test:0',
        by: eachPath,
        blocks: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test:65536',
        by: eachPath,
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test:99999999999999999999999',
        by: eachPath,
        blocks: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'port-highest',
    title: 'The highest port there is can be listed',
    spec: 'CSP#match-ports',
    documents: [
      {
        policy: 'connect-src https://api.test:65535',
        by: eachPath,
        allows: ['https://api.test:65535/', 'wss://api.test:65535/'],
        blocks: ['https://api.test:65534/', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'port-malformed',
    title: 'A port that is not a number or `*` makes the whole source match nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      ':',
      ':-443',
      ':+443',
      ':443a',
      ':a',
      ':0x1bb',
      ':443:443',
      ':8*',
      ':**',
      ':*443',
      ":'443'",
      ':443.0',
      ':%34%34%33',
    ].map((port) => ({
      policy: `connect-src https://api.test${port}`,
      by: eachPath,
      blocks: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test/'],
    })),
  },
  {
    id: 'port-several',
    title: 'Each port of a host has to be listed on its own',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: 'connect-src https://api.test https://api.test:8443',
        by: eachPath,
        allows: ['https://api.test/', 'https://api.test:8443/', 'wss://api.test:8443/'],
        blocks: ['https://api.test:8444/', 'wss://api.test:8444/'],
      },
    ],
  },
] satisfies Scenario[];
