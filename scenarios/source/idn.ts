import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

/** CSP#framework-directive-source-list: an internationalised name stands in a policy as punycode. */
export default [
  {
    id: 'idn-punycode',
    title: 'A name in punycode matches the URL, whichever way that was written',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://xn--bcher-kva.test',
        by: eachPath,
        allows: [
          'https://bücher.test/',
          'https://xn--bcher-kva.test/ascii',
          'https://BÜCHER.test/upper',
          'wss://bücher.test/',
        ],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src XN--BCHER-KVA.TEST',
        by: eachPath,
        allows: ['https://bücher.test/', 'wss://bücher.test/'],
        blocks: ['https://api.test/'],
      },
      { policy: 'connect-src https://*.test', by: eachPath, allows: ['https://bücher.test/'] },
    ],
  },
  {
    id: 'idn-in-unicode',
    title: 'A name outside ASCII drops the whole directive, so that nothing is restricted',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'connect-src https://bücher.test',
        by: eachPath,
        allows: ['https://bücher.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src 'self' https://bücher.test",
        by: eachPath,
        allows: ['https://page.test/', 'https://bücher.test/', 'https://api.test/'],
      },
      {
        meta: 'connect-src https://bücher.test',
        by: eachPath,
        allows: ['https://bücher.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'idn-malformed',
    title: 'A name encoded in any other way than punycode matches nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://b%C3%BCcher.test',
      'https://b%FCcher.test',
      'https://bucher.test',
      'https://xn--bcher.test',
      'https://b&uuml;cher.test',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://bücher.test/', 'wss://bücher.test/'],
    })),
  },
] satisfies Scenario[];
