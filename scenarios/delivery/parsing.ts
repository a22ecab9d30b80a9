import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

/** Documents under different spellings of `connect-src https://api.test`. */
const allMeanTheSame = (policies: string[]) =>
  policies.map((policy) => ({
    policy,
    by: eachPath,
    allows: ['https://api.test/', 'wss://api.test/'],
    blocks: ['https://page.test/', 'https://third.test/', 'wss://third.test/'],
  }));

/** CSP#parse-serialized-policy: whitespace, case, unknown directives, and what is not ASCII. */
export default [
  {
    id: 'parsing-case-of-names',
    title: 'The case of a directive’s name does not matter',
    spec: 'CSP#parse-serialized-policy',
    documents: allMeanTheSame([
      'CONNECT-SRC https://api.test',
      'Connect-Src https://api.test',
      'connect-SRC https://api.test',
    ]),
  },
  {
    id: 'parsing-whitespace',
    title: 'Spaces and tabs around and between the parts of a policy do not matter',
    spec: 'CSP#parse-serialized-policy',
    documents: allMeanTheSame([
      '   connect-src   https://api.test   ',
      '\tconnect-src\thttps://api.test\t',
      'connect-src \t https://api.test \t ;',
      ";connect-src https://api.test;img-src 'self'",
      " ;  ; connect-src https://api.test ; ; img-src 'self'",
    ]),
  },
  {
    id: 'parsing-whitespace-in-meta',
    title: 'In a meta element line breaks and form feeds separate as spaces do',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      '\n  connect-src\n    https://api.test\n',
      "img-src 'self';\n\n\tconnect-src\thttps://api.test\n;",
      '\fconnect-src\fhttps://api.test\f',
      '\r\nconnect-src\r\nhttps://api.test\r\n',
    ].map((meta) => ({
      meta,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://page.test/', 'https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'parsing-whitespace-that-is-none',
    title:
      'A no-break space is not ASCII, and drops the directive; a vertical tab is no whitespace, and joins what it stands between',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        meta: "connect-src\u00a0'none'",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: "connect-src 'none'\u2003",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: "connect-src\v'none'",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        meta: 'connect-src https://third.test\vhttps://api.test',
        by: eachPath,
        blocks: ['https://third.test/', 'https://api.test/', 'wss://api.test/', 'https://page.test/'],
      },
    ],
  },
  {
    id: 'parsing-unknown-directives',
    title: 'Unknown directives change nothing for the ones beside them',
    spec: 'CSP#parse-serialized-policy',
    documents: allMeanTheSame([
      "unknown-src 'none'; connect-src https://api.test",
      "connect-src https://api.test; unknown-src 'none'; another",
      '!$; connect-src https://api.test',
      "connect-src https://api.test; connect-src-elem *; connect-src-attr 'none'; connect-dst *",
      "allow 'self'; options eval-script; xhr-src *; connect-src https://api.test",
      'reflected-xss block; referrer no-referrer; plugin-types a/b; block-all-mixed-content; connect-src https://api.test',
    ]),
  },
  {
    id: 'parsing-unknown-alone',
    title: 'A policy of nothing but unknown directives restricts no connection',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      "unknown-src 'none'",
      'https://api.test',
      "'none'",
      "allow 'none'",
      "xhr-src 'none'",
      'connect',
    ].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'parsing-non-ascii-directive',
    title: 'One character outside ASCII drops its whole directive, wherever in it that stands',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      "connect-src 'none' é",
      "connect-src é 'none'",
      "cönnect-src 'none'",
      'connect-src https://api.test/é',
      "connect-src '\u00a0none'",
      "connect-src 'none'😀",
    ].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'parsing-non-ascii-neighbour',
    title:
      'A dropped directive leaves the rest of its policy in force, the fallback and later duplicates too',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'img-src é; connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: 'connect-src é *; connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "connect-src é *; default-src 'self' https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: ["connect-src é 'none'", 'connect-src https://api.test'],
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'parsing-control-characters',
    title: 'A control character is ASCII but no whitespace: it spoils the source it stands in, and no other',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        meta: 'connect-src https://third.test\u0001 https://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        // A directive that was dropped would let page.test through; a character that was ignored would not.
        blocks: ['https://third.test/', 'wss://third.test/', 'https://page.test/'],
      },
    ],
  },
  {
    id: 'parsing-quotes-around-the-policy',
    title: 'Quotes around the whole policy become part of the directive’s name, so nothing is restricted',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      '"connect-src https://api.test"',
      "'connect-src https://api.test'",
      'Content-Security-Policy: connect-src https://api.test',
    ].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
