import type { Scenario } from '../../harness/plan/scenario.ts';

const nonce = 'bm9uY2U=';
const scripts = ['script', 'script[type=module]'];
/** Of an empty script, which is what all servers answer. */
const integrity = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const third = 'https://third.test/script';

/** What else than URLs lets scripts and styles in; connect-src has no part in it. */
export default [
  {
    id: 'scripts-trusted-by-nonce',
    title: 'A script with the nonce of script-src is loaded from anywhere, whatever connect-src says',
    spec: 'CSP#match-nonce-to-source-list',
    documents: [
      {
        context: 'document',
        policy: `script-src 'self' 'nonce-${nonce}'; connect-src 'none'`,
        by: scripts,
        allows: [
          { url: third, options: { nonce } },
          { url: third, options: { nonce }, redirects: ['https://other.test/redirected'] },
        ],
        blocks: [third, { url: third, options: { nonce: nonce.toUpperCase() } }],
      },
      {
        context: 'document',
        policy: `default-src 'self' 'nonce-${nonce}'; connect-src 'none'`,
        by: scripts,
        allows: [{ url: third, options: { nonce } }],
        blocks: [third],
      },
    ],
  },
  {
    id: 'scripts-trusted-by-hash',
    title: 'A script whose integrity script-src lists is loaded from anywhere, whatever connect-src says',
    spec: 'CSP#match-integrity-metadata-to-source-list',
    documents: [
      {
        context: 'document',
        policy: `script-src 'self' '${integrity}'; connect-src 'none'`,
        by: 'script[type=module]',
        allows: [{ url: third, options: { integrity } }],
        blocks: [third, { url: third, options: { integrity: `${integrity} sha384-${'A'.repeat(64)}` } }],
      },
    ],
  },
  {
    id: 'scripts-trusted-by-strict-dynamic',
    title:
      "Under 'strict-dynamic' what script puts in is loaded from anywhere, and no host that is listed counts",
    spec: 'CSP#script-pre-request',
    documents: [
      {
        context: 'document',
        policy: `script-src 'nonce-${nonce}' 'strict-dynamic' https://api.test; connect-src 'none'`,
        by: [...scripts, 'Worker'],
        allows: [
          { url: third, by: scripts },
          { url: 'https://page.test/worker.js', by: ['Worker'] },
        ],
      },
    ],
  },
  {
    id: 'styles-trusted-by-nonce',
    title: 'A style sheet with the nonce of style-src is loaded from anywhere, whatever connect-src says',
    spec: 'CSP#match-nonce-to-source-list',
    documents: [
      {
        policy: `style-src 'nonce-${nonce}'; connect-src 'none'`,
        by: 'link[rel=stylesheet]',
        allows: [{ url: third, options: { nonce } }],
        blocks: [third, { url: third, options: { nonce: 'b3RoZXI=' } }],
      },
    ],
  },
] satisfies Scenario[];
