import type { Scenario } from '../../harness/plan/scenario.ts';

const provider = 'https://api.test/config.json';
const method = 'https://api.test/pay';
const download = { url: 'https://api.test/download', options: { worker: '/connect-src-agent.js' } };

export default [
  {
    id: 'fedcm-config-file',
    title: 'The config file of an identity provider needs a source of connect-src',
    spec: 'FEDCM#fetch-config-file',
    sources: ['https://github.com/web-platform-tests/wpt/blob/master/fedcm/fedcm-csp.https.html'],
    documents: [
      {
        context: 'document',
        policy: "connect-src 'none'",
        by: 'credentials.get identity',
        blocks: [provider],
      },
      {
        context: 'document',
        policy: "connect-src 'self'",
        by: 'credentials.get identity',
        blocks: [provider],
      },
      {
        context: 'document',
        policy: "default-src 'self'",
        by: 'credentials.get identity',
        blocks: [provider],
      },
      {
        context: 'document',
        policy: 'connect-src https://third.test',
        by: 'credentials.get identity',
        blocks: [provider],
      },
      {
        context: 'document',
        policy: 'connect-src https://api.test',
        by: 'credentials.get identity',
        allows: [provider],
      },
      {
        context: 'document',
        policy: 'connect-src https://api.test/config.json',
        by: 'credentials.get identity',
        allows: [provider],
      },
      {
        context: 'document',
        policy: 'connect-src https://api.test/other.json',
        by: 'credentials.get identity',
        blocks: [provider],
      },
      {
        context: 'document',
        reportOnly: "connect-src 'none'",
        by: 'credentials.get identity',
        allows: [provider],
      },
    ],
  },
  {
    id: 'fedcm-disconnect',
    title: 'The config file that a disconnection asks for needs a source of connect-src',
    spec: 'FEDCM#fetch-config-file',
    // Nobody has signed in, and where the policy allows, nothing is asked for after it.
    documents: ["connect-src 'none'", "default-src 'self'"].map((policy) => ({
      context: 'document',
      policy,
      by: 'IdentityCredential.disconnect',
      blocks: [provider],
    })),
  },
  {
    id: 'fedcm-user-info',
    title: 'The config file by which a provider looks up its user needs a source of connect-src',
    spec: 'FEDCM#fetch-config-file',
    documents: ["connect-src 'none'", 'connect-src https://api.test'].map((policy) => ({
      policy,
      by: 'IdentityProvider.getUserInfo',
      blocks: ['https://page.test/config.json'],
    })),
  },
  {
    id: 'local-network-access',
    title: 'A request that says it is for the local network needs a source of connect-src all the same',
    spec: 'LNA#fetch-api',
    // Where the policy allows, Chromium goes no further: behind a proxy it finds no address space.
    documents: [
      {
        policy: "connect-src 'none'",
        by: 'fetch targetAddressSpace',
        blocks: ['https://api.test/', 'http://127.0.0.1/', 'http://localhost/'],
      },
      {
        policy: 'connect-src https:',
        by: 'fetch targetAddressSpace',
        blocks: ['http://127.0.0.1/', 'http://localhost/'],
      },
      {
        context: 'worker',
        policy: "default-src 'self'",
        by: 'fetch targetAddressSpace',
        blocks: ['https://api.test/', 'http://127.0.0.1/'],
      },
    ],
  },
  {
    id: 'payment-method-manifest',
    title: 'The manifest of a payment method is fetched on behalf of no client, so no policy governs it',
    spec: 'FETCH#populate-request-from-client',
    sources: [
      'https://github.com/w3c/payment-method-manifest/issues/1',
      'https://developer.chrome.com/blog/payment-handler-csp-connect-src',
    ],
    documents: [
      { context: 'document', policy: "connect-src 'none'", by: 'PaymentRequest', allows: [method] },
      { context: 'document', policy: "connect-src 'self'", by: 'PaymentRequest', allows: [method] },
      { context: 'document', policy: "default-src 'self'", by: 'PaymentRequest', allows: [method] },
      { context: 'document', policy: 'connect-src https://api.test', by: 'PaymentRequest', allows: [method] },
    ],
  },
  {
    id: 'background-fetch',
    title: 'A background fetch is made on behalf of no client, so no policy governs it',
    spec: 'FETCH#populate-request-from-client',
    sources: [
      'https://github.com/web-platform-tests/wpt/blob/master/background-fetch/content-security-policy.https.window.js',
    ],
    documents: [
      { context: 'document', policy: "connect-src 'none'", by: 'backgroundFetch', allows: [download] },
    ],
  },
  {
    id: 'bytes-modules',
    title: 'A module of bytes has a destination that no directive names, so connect-src governs it',
    spec: 'CSP#effective-directive-for-a-request',
    sources: [
      'https://github.com/w3c/webappsec-csp/pull/803',
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-bytes-import-blocked.sub.html',
    ],
    documents: [
      {
        policy: "connect-src 'none'",
        by: 'import bytes',
        blocks: ['https://page.test/module', 'https://third.test/module'],
      },
      {
        policy: "script-src 'self'; connect-src https://third.test",
        by: 'import bytes',
        allows: ['https://third.test/module'],
        blocks: ['https://page.test/module'],
      },
      {
        context: 'worker',
        policy: "connect-src 'none'",
        by: 'import bytes',
        blocks: ['https://page.test/module'],
      },
    ],
  },
  {
    id: 'request-objects',
    title: 'A Request made beforehand is governed when it is fetched, kept alive or not',
    spec: 'CSP#connect-src-pre-request',
    documents: [
      {
        policy: "connect-src 'none'",
        by: 'fetch Request',
        blocks: ['https://page.test/', 'https://third.test/'],
      },
      {
        policy: "connect-src 'self'",
        by: 'fetch Request',
        allows: ['https://page.test/'],
        blocks: ['https://third.test/'],
      },
      {
        policy: 'connect-src https://page.test',
        by: 'fetch Request',
        blocks: [{ url: 'https://page.test/', redirects: ['https://third.test/'] }],
      },
      {
        context: 'worker',
        policy: "connect-src 'self'",
        by: 'fetch Request',
        allows: ['https://page.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context: 'blob-worker',
        policy: "script-src 'self' blob:; connect-src 'self'",
        by: 'fetch Request',
        allows: ['https://page.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context: 'service-worker',
        policy: "connect-src 'self'",
        by: 'fetch Request',
        allows: ['https://page.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'event-source-kept',
    title:
      'An EventSource that script does not close connects again only where its policy lets it connect at all',
    spec: 'HTML#reestablish-the-connection',
    documents: [
      {
        policy: "connect-src 'self'",
        by: 'EventSource',
        allows: [{ url: 'https://page.test/', options: { keep: true } }],
        blocks: [
          { url: 'https://third.test/', options: { keep: true } },
          { url: 'https://page.test/', options: { keep: true }, redirects: ['https://third.test/'] },
        ],
      },
      {
        context: 'worker',
        policy: "connect-src 'none'",
        by: 'EventSource',
        blocks: [{ url: 'https://page.test/', options: { keep: true } }],
      },
    ],
  },
] satisfies Scenario[];
