import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

const spoken = 'https://github.com/w3c/webappsec-csp/issues/440';

/** CSP#match-hosts, step 1: by the text no host-part matches an IP address; browsers do match IPv4 ones. */
export default [
  {
    id: 'address-v4',
    title: 'By the text a host-source matches no IPv4 address, even spelled the same',
    spec: 'CSP#match-hosts',
    sources: [spoken],
    documents: [
      {
        policy: 'connect-src https://127.0.0.1',
        by: eachPath,
        blocks: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
      },
      {
        policy: 'connect-src 127.0.0.2',
        by: eachPath,
        blocks: ['https://127.0.0.2/', 'wss://127.0.0.2/'],
      },
      {
        policy: 'connect-src https://127.0.0.1:8443',
        by: eachPath,
        blocks: ['https://127.0.0.1:8443/', 'wss://127.0.0.1:8443/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src 127.0.0.1',
        by: eachPath,
        blocks: ['http://127.0.0.1/', 'https://127.0.0.1/', 'ws://127.0.0.1/'],
      },
    ],
  },
  {
    id: 'address-v4-another',
    title: 'An address in the list does not match another address, a name, or another port',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src https://127.0.0.1',
        by: eachPath,
        blocks: [
          'https://127.0.0.2/',
          'https://localhost/',
          'https://127.0.0.1:8443/',
          'https://[::1]/',
          'wss://127.0.0.2/',
        ],
      },
    ],
  },
  {
    id: 'address-v4-other-spellings',
    title: 'A source is not canonicalised: no other spelling of an address matches it',
    spec: 'CSP#match-hosts',
    documents: [
      '127.1',
      '2130706433',
      '0x7f000001',
      '0x7f.0.0.1',
      '017700000001',
      '127.0.1',
      '127.000.000.001',
    ].map((source) => ({
      policy: `connect-src https://${source}`,
      by: eachPath,
      blocks: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
    })),
  },
  {
    id: 'address-v4-target-spellings',
    title: 'The URL parser canonicalises an address before it is matched',
    spec: 'CSP#match-hosts',
    sources: [spoken],
    documents: [
      {
        policy: 'connect-src https://127.0.0.1',
        by: eachPath,
        blocks: [
          'https://127.1/short',
          'https://0x7f.1/hex',
          'https://2130706433/number',
          'wss://127.1/short',
        ],
      },
    ],
  },
  {
    id: 'address-v4-wildcards',
    title: 'By the text no wildcard host matches an address',
    spec: 'CSP#match-hosts',
    sources: [spoken],
    documents: [
      {
        policy: 'connect-src https://*',
        by: eachPath,
        blocks: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
      },
      {
        policy: 'connect-src *:8443',
        by: eachPath,
        blocks: ['https://127.0.0.1:8443/', 'wss://127.0.0.1:8443/'],
      },
      {
        policy: 'connect-src https://*.0.0.1',
        by: eachPath,
        blocks: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
      },
    ],
  },
  {
    id: 'address-v4-malformed',
    title: 'A range or a mask of addresses is no source expression, or another host',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://127.0.0.*',
      'https://127.*.0.1',
      '127.0.0.1/32',
      '127.0.0.0/8',
      'https://127.0.0.1-127.0.0.9',
      'https://127.0.0',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://127.0.0.1/', 'wss://127.0.0.1/'],
    })),
  },
  {
    id: 'address-v6',
    title: 'An IPv6 address is no host-part, so such a source matches nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://[::1]',
      '[::1]',
      'https://[::1]:8443',
      '[::1]:*',
      'https://::1',
      '::1',
      'https://[0:0:0:0:0:0:0:1]',
      'https://[*]',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://[::1]/', 'https://[::1]:8443/', 'wss://[::1]/'],
    })),
  },
  {
    id: 'address-v6-wildcards',
    title: 'By the text no wildcard host matches an IPv6 address',
    spec: 'CSP#match-hosts',
    sources: [spoken],
    documents: ['https://*', 'https://*:*'].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://[::1]/', 'wss://[::1]/'],
    })),
  },
  {
    id: 'address-by-scheme',
    title: 'A scheme-source and `*` look at no host, and so match addresses',
    spec: 'CSP#match-url-to-source-expression',
    documents: ['https:', '*'].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      allows: [
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://127.0.0.1:8443/',
        'wss://127.0.0.1/',
        'wss://[::1]/',
      ],
    })),
  },
  {
    id: 'address-localhost',
    title: '`localhost` is a host name like any other',
    spec: 'CSP#match-hosts',
    documents: [
      {
        policy: 'connect-src localhost',
        by: eachPath,
        allows: ['https://localhost/', 'wss://localhost/'],
        blocks: [
          'https://127.0.0.1/',
          'https://[::1]/',
          'https://www.localhost/',
          'https://localhost:8443/',
          'wss://127.0.0.1/',
        ],
      },
      {
        policy: 'connect-src localhost:8443',
        by: eachPath,
        allows: ['https://localhost:8443/', 'wss://localhost:8443/'],
        blocks: ['https://localhost/', 'https://127.0.0.1:8443/', 'wss://localhost/'],
      },
      {
        policy: 'connect-src https://*.localhost',
        by: eachPath,
        allows: ['https://www.localhost/'],
        blocks: ['https://localhost/'],
      },
      {
        page: 'http://page.test/',
        policy: 'connect-src http://localhost:*',
        by: eachPath,
        allows: ['http://localhost/', 'http://localhost:8080/', 'https://localhost/', 'ws://localhost:8080/'],
        blocks: ['http://127.0.0.1:8080/', 'https://127.0.0.1/'],
      },
    ],
  },
] satisfies Scenario[];
