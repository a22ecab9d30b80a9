import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

const meaningless = [
  "'unsafe-inline'",
  "'unsafe-eval'",
  "'strict-dynamic'",
  "'unsafe-hashes'",
  "'report-sample'",
  "'unsafe-allow-redirects'",
  "'wasm-unsafe-eval'",
  "'trusted-types-eval'",
  "'report-sha256'",
  "'report-sha384'",
  "'report-sha512'",
  "'unsafe-webtransport-hashes'",
  "'inline-speculation-rules'",
  "'nonce-bm9uY2U='",
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb'",
  "'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=='",
];

/** CSP#framework-directive-source-list: keywords, nonces and hashes other directives know match no URL. */
export default [
  {
    id: 'keyword-alone-blocks',
    title: "A keyword other than `'self'`, a nonce or a hash matches no URL",
    spec: 'CSP#match-url-to-source-expression',
    documents: meaningless.map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
    })),
  },
  {
    id: 'keyword-beside-a-host',
    title: 'A keyword, a nonce or a hash does not disturb the sources beside it',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: `connect-src ${meaningless.join(' ')} https://api.test`,
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'https://third.test/', 'wss://page.test/'],
      },
      // In script-src each of these three switches sources off.
      ...["'strict-dynamic'", "'nonce-bm9uY2U='", "'unsafe-inline'"].map((source) => ({
        policy: `connect-src https://api.test ${source} 'self'`,
        by: eachPath,
        allows: ['https://api.test/', 'https://page.test/', 'wss://page.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      })),
    ],
  },
  {
    id: 'keyword-allow-redirects-is-not-a-url',
    title: "`'unsafe-allow-redirects'` lets no redirect through",
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: "connect-src 'self' 'unsafe-allow-redirects'",
        by: eachPath,
        allows: ['https://page.test/', { url: 'https://page.test/', redirects: ['https://page.test/next'] }],
        blocks: ['https://api.test/', { url: 'https://page.test/', redirects: ['https://api.test/'] }],
      },
    ],
  },
  {
    id: 'keyword-unknown',
    title: 'A quoted word that is no keyword matches nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      "'all'",
      "'any'",
      "'*'",
      "'https:'",
      "'https://api.test'",
      "'api.test'",
      "'unsafe-connect'",
      "'allow'",
      "'origin'",
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'keyword-malformed-nonce-or-hash',
    title: 'A malformed nonce or hash matches nothing and does not disturb its neighbours',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy:
          "connect-src 'nonce-' 'nonce-a b' 'sha256-' 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' 'sha256-*' https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
    ],
  },
] satisfies Scenario[];
