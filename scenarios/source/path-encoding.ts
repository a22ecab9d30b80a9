import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-paths, last steps: segments are split first, then percent-decoded to bytes, once, and compared. */
export default [
  {
    id: 'encoding-either-side',
    title: 'A percent-encoded character is the character, in the source as in the URL',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%61b',
        by: [...everyHttp, ...webSockets],
        allows: [
          'https://api.test/ab',
          'https://api.test/%61b',
          'https://api.test/a%62',
          'wss://api.test/ab',
        ],
        blocks: ['https://api.test/Ab', 'https://api.test/a', 'https://api.test/%41b', 'wss://api.test/Ab'],
      },
      {
        policy: 'connect-src https://api.test/ab',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/%61%62', 'wss://api.test/%61b'],
        blocks: ['https://api.test/%2561b', 'wss://api.test/%2561b'],
      },
    ],
  },
  {
    id: 'encoding-hex-case',
    title: 'The case of the hexadecimal digits does not matter',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%c3%a9',
        by: eachPath,
        allows: [
          'https://api.test/%C3%A9',
          'https://api.test/é',
          'https://api.test/%c3%A9',
          'wss://api.test/é',
        ],
        blocks: ['https://api.test/%C3%A8', 'https://api.test/e', 'https://api.test/%E9', 'wss://api.test/e'],
      },
    ],
  },
  {
    id: 'encoding-once',
    title: 'Percent-decoding is done once, not until nothing is left',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%2561',
        by: eachPath,
        allows: ['https://api.test/%2561', 'https://api.test/%25%36%31', 'wss://api.test/%2561'],
        blocks: [
          'https://api.test/a',
          'https://api.test/%61',
          'https://api.test/%252561',
          'wss://api.test/a',
        ],
      },
    ],
  },
  {
    id: 'encoding-slash-is-no-separator',
    title: 'An encoded slash is a character of its segment, since decoding comes after splitting',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/a%2Fb',
        by: eachPath,
        allows: ['https://api.test/a%2Fb', 'https://api.test/a%2fb', 'wss://api.test/a%2fb'],
        blocks: ['https://api.test/a/b', 'https://api.test/a', 'wss://api.test/a/b'],
      },
      {
        policy: 'connect-src https://api.test/a/b',
        by: eachPath,
        blocks: ['https://api.test/a%2Fb', 'https://api.test/a%2fb', 'wss://api.test/a%2Fb'],
      },
      {
        policy: 'connect-src https://api.test/a/',
        by: eachPath,
        allows: ['https://api.test/a/%2F', 'https://api.test/a/%2Fb'],
        blocks: ['https://api.test/a%2F', 'https://api.test/a%2Fb', 'wss://api.test/a%2Fb'],
      },
      {
        policy: 'connect-src https://api.test/a%2F',
        by: eachPath,
        allows: ['https://api.test/a%2F', 'https://api.test/a%2f', 'wss://api.test/a%2F'],
        blocks: [
          'https://api.test/a/',
          'https://api.test/a/b',
          'https://api.test/a%2Fb',
          'wss://api.test/a/b',
        ],
      },
    ],
  },
  {
    id: 'encoding-bytes-are-compared',
    title: 'Bytes are compared, not text: two that are both no UTF-8 are still two',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%FF',
        by: eachPath,
        allows: ['https://api.test/%FF', 'https://api.test/%ff', 'wss://api.test/%FF'],
        blocks: [
          'https://api.test/%FE',
          'https://api.test/%EF%BF%BD',
          'https://api.test/%C3%BF',
          'wss://api.test/%FE',
        ],
      },
      {
        policy: 'connect-src https://api.test/%00',
        by: eachPath,
        allows: ['https://api.test/%00', 'wss://api.test/%00'],
        blocks: ['https://api.test/', 'https://api.test/%00a', 'https://api.test/%01'],
      },
      {
        policy: 'connect-src https://api.test/a%00',
        by: eachPath,
        allows: ['https://api.test/a%00'],
        blocks: ['https://api.test/a', 'https://api.test/a%00b', 'wss://api.test/a'],
      },
    ],
  },
  {
    id: 'encoding-reserved-characters',
    title: 'Encoded `?`, `#` and `%` belong to the path, and match nothing but themselves',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/a%3Fb',
        by: eachPath,
        allows: ['https://api.test/a%3Fb', 'https://api.test/a%3fb?c', 'wss://api.test/a%3Fb'],
        blocks: ['https://api.test/a?b', 'https://api.test/a', 'wss://api.test/a?b'],
      },
      {
        policy: 'connect-src https://api.test/a%23b',
        by: eachPath,
        allows: ['https://api.test/a%23b', 'wss://api.test/a%23b'],
        blocks: ['https://api.test/a#b', 'https://api.test/a'],
      },
      {
        policy: 'connect-src https://api.test/%25',
        by: eachPath,
        allows: ['https://api.test/%25', 'https://api.test/%', 'wss://api.test/%25'],
        blocks: ['https://api.test/%2525', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'encoding-spaces',
    title: 'A space is `%20` and never `+`',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/a%20b',
        by: eachPath,
        allows: ['https://api.test/a%20b', 'https://api.test/a b', 'wss://api.test/a b'],
        blocks: ['https://api.test/a+b', 'https://api.test/ab', 'https://api.test/a'],
      },
      {
        policy: 'connect-src https://api.test/a+b',
        by: eachPath,
        allows: ['https://api.test/a+b', 'https://api.test/a%2Bb'],
        blocks: ['https://api.test/a%20b', 'https://api.test/ab', 'wss://api.test/a b'],
      },
    ],
  },
  {
    id: 'encoding-dots',
    title: 'An encoded dot is a dot',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/a%2Ejson',
        by: eachPath,
        allows: ['https://api.test/a.json', 'https://api.test/a%2ejson', 'wss://api.test/a.json'],
        blocks: ['https://api.test/axjson', 'https://api.test/a'],
      },
    ],
  },
  {
    id: 'encoding-malformed-in-source',
    title: 'A percent sign without two hexadecimal digits makes the source match nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: ['%', '%6', '%zz', '%6g', '%%', 'a%', '%u0061', '% 61'].map((path) => ({
      policy: `connect-src https://api.test/${path}`,
      by: eachPath,
      blocks: [
        'https://api.test/',
        'https://api.test/a',
        'https://api.test/%',
        'https://api.test/%zz',
        'wss://api.test/%zz',
      ],
    })),
  },
  {
    id: 'encoding-malformed-in-target',
    title: 'A percent sign of the URL that encodes nothing is a percent sign',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%25zz',
        by: eachPath,
        allows: ['https://api.test/%zz', 'https://api.test/%25zz', 'wss://api.test/%zz'],
        blocks: ['https://api.test/zz', 'https://api.test/%25%25zz'],
      },
      {
        policy: 'connect-src https://api.test/a%256',
        by: eachPath,
        allows: ['https://api.test/a%6', 'https://api.test/a%256'],
        blocks: ['https://api.test/a', 'https://api.test/a%06'],
      },
    ],
  },
  {
    id: 'encoding-of-path-keeps-case',
    title: 'Encoding a letter does not make its case disappear',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/%41/',
        by: eachPath,
        allows: ['https://api.test/A/', 'https://api.test/A/b', 'wss://api.test/A/'],
        blocks: ['https://api.test/a/', 'https://api.test/%61/', 'wss://api.test/a/'],
      },
    ],
  },
  {
    id: 'encoding-outside-the-path',
    title: 'Percent-encoding in scheme, host or port is no source expression',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://%61pi.test',
      'https://api%2Etest',
      'http%73://api.test',
      'https%3A//api.test',
      'https://api.test%2F',
      '%2A',
      '%27self%27',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'encoding-in-target-host',
    title: 'The URL parser decodes an encoded host, so it is matched by its plain name',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://%61pi.test/', 'https://api%2Etest/encoded', 'wss://%61pi.test/'],
        blocks: ['https://%74hird.test/'],
      },
    ],
  },
] satisfies Scenario[];
