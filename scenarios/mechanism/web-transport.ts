import type { Scenario } from '../../harness/plan/scenario.ts';

/** All scenarios go to one server; only its port is open to WebTransport. */
const url = 'https://webtransport.test:4433/session';
const by = 'WebTransport';

/** The same sessions by certificate hashes, which make the connection one of another kind. */
const withHashes = { url, options: { hashes: true } };

export default [
  {
    id: 'web-transport-host',
    title: 'A WebTransport session is matched by its https URL, as a fetch would be',
    spec: 'CSP#connect-src-pre-request',
    sources: [
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-webtransport-allowed.sub.https.html',
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-webtransport-blocked.sub.https.html',
    ],
    documents: [
      { policy: 'connect-src https://webtransport.test:4433', by, allows: [url] },
      { policy: 'connect-src webtransport.test:4433', by, allows: [url] },
      { policy: 'connect-src *.test:4433', by, allows: [url] },
      { policy: 'connect-src https://WebTransport.TEST:4433', by, allows: [url] },
      { policy: 'connect-src *:4433', by, allows: [url] },
      { policy: 'connect-src https://api.test:4433', by, blocks: [url] },
      { policy: 'connect-src *.webtransport.test:4433', by, blocks: [url] },
    ],
  },
  {
    id: 'web-transport-port',
    title: 'The port of a WebTransport session has to be named, for it is not the default one',
    spec: 'CSP#match-ports',
    documents: [
      { policy: 'connect-src https://webtransport.test:*', by, allows: [url] },
      { policy: 'connect-src https://webtransport.test', by, blocks: [url] },
      { policy: 'connect-src https://webtransport.test:443', by, blocks: [url] },
      { policy: 'connect-src https://webtransport.test:4434', by, blocks: [url] },
    ],
  },
  {
    id: 'web-transport-scheme',
    title: 'WebTransport counts as https, so sources with the schemes https, http, wss and ws reach it',
    spec: 'CSP#match-schemes',
    documents: [
      { policy: 'connect-src https:', by, allows: [url] },
      { policy: 'connect-src http:', by, allows: [url] },
      { policy: 'connect-src wss:', by, allows: [url] },
      { policy: 'connect-src ws:', by, allows: [url] },
      { policy: 'connect-src http://webtransport.test:4433', by, allows: [url] },
      { policy: 'connect-src data:', by, blocks: [url] },
      { policy: 'connect-src webtransport:', by, blocks: [url] },
      { policy: 'connect-src quic:', by, blocks: [url] },
    ],
  },
  {
    id: 'web-transport-path',
    title:
      'The path of a WebTransport session is matched, though it is sent only after the connection is made',
    spec: 'CSP#match-paths',
    documents: [
      { policy: 'connect-src https://webtransport.test:4433/session', by, allows: [url] },
      { policy: 'connect-src https://webtransport.test:4433/', by, allows: [url] },
      { policy: 'connect-src https://webtransport.test:4433/session/', by, blocks: [url] },
      { policy: 'connect-src https://webtransport.test:4433/other', by, blocks: [url] },
    ],
  },
  {
    id: 'web-transport-keywords',
    title: 'A wildcard lets every WebTransport session through, while none and self of another origin do not',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      { policy: 'connect-src *', by, allows: [url] },
      { policy: "connect-src 'none'", by, blocks: [url] },
      { policy: 'connect-src', by, blocks: [url] },
      { policy: "connect-src 'self'", by, blocks: [url] },
      { policy: "connect-src 'self' https://webtransport.test:4433", by, allows: [url] },
      { policy: "connect-src 'none' https://webtransport.test:4433", by, allows: [url] },
    ],
  },
  {
    id: 'web-transport-fallback',
    title: 'Without connect-src, default-src governs WebTransport; no other directive does',
    spec: 'CSP#directive-fallback-list',
    documents: [
      { policy: "default-src 'self'", by, blocks: [url] },
      { policy: "default-src 'self' https://webtransport.test:4433", by, allows: [url] },
      { policy: "default-src 'self'; connect-src https://webtransport.test:4433", by, allows: [url] },
      { policy: "script-src 'self'; img-src 'none'; media-src 'none'", by, allows: [url] },
    ],
  },
  {
    id: 'web-transport-delivery',
    title:
      'Every policy has to allow a WebTransport session, whether it comes by header or by meta; one that only reports blocks nothing',
    spec: 'CSP#should-block-request',
    documents: [
      { meta: "connect-src 'none'", by, blocks: [url] },
      { meta: 'connect-src https://webtransport.test:4433', by, allows: [url] },
      { policy: 'connect-src *', meta: "connect-src 'self'", by, blocks: [url] },
      { policy: ['connect-src *', "connect-src 'self'"], by, blocks: [url] },
      { policy: 'connect-src *, connect-src https:', by, allows: [url] },
      { reportOnly: "connect-src 'none'", by, allows: [url] },
      { policy: 'connect-src *', reportOnly: "connect-src 'self'", by, allows: [url] },
    ],
  },
  {
    id: 'web-transport-contexts',
    title: 'WebTransport in a worker follows the worker’s own policy, or the one it inherits',
    spec: 'HTML#initialize-worker-policy-container',
    documents: [
      { context: 'worker', policy: "connect-src 'none'", by, blocks: [url] },
      { context: 'worker', policy: 'connect-src https://webtransport.test:4433', by, allows: [url] },
      {
        context: 'worker',
        policy: 'connect-src *',
        creator: { policy: "connect-src 'none'" },
        by,
        allows: [url],
      },
      { context: 'blob-worker', policy: "script-src 'self' blob:; connect-src 'none'", by, blocks: [url] },
      { context: 'srcdoc', policy: "connect-src 'none'", by, blocks: [url] },
      { context: 'document', policy: "connect-src 'none'", by, blocks: [url] },
    ],
  },
  {
    id: 'web-transport-hashes',
    title: 'A session with certificate hashes needs the keyword for them, whatever its URL',
    spec: 'CSP#connect-src-pre-request',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/791',
      'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy/connect-src/connect-src-webtransport-hashes.sub.https.html',
    ],
    documents: [
      { policy: 'connect-src https://webtransport.test:4433', by, blocks: [withHashes] },
      { policy: 'connect-src *', by, blocks: [withHashes] },
      { policy: 'connect-src https:', by, blocks: [withHashes] },
      { policy: "connect-src 'none'", by, blocks: [withHashes] },
      { policy: "default-src 'self' https://webtransport.test:4433", by, blocks: [withHashes] },
      { policy: "script-src 'self'", by, allows: [withHashes] },
    ],
  },
  {
    id: 'web-transport-hashes-keyword',
    title:
      'The keyword for certificate hashes lets every session with hashes through, and no session without',
    spec: 'CSP#connect-src-pre-request',
    sources: ['https://github.com/w3c/webappsec-csp/issues/791'],
    documents: [
      { policy: "connect-src 'unsafe-webtransport-hashes'", by, allows: [withHashes], blocks: [url] },
      { policy: "connect-src 'Unsafe-WebTransport-HASHES'", by, allows: [withHashes] },
      {
        policy: "connect-src https://webtransport.test:4433 'unsafe-webtransport-hashes'",
        by,
        allows: [withHashes, url],
      },
      { policy: "connect-src 'self' 'unsafe-webtransport-hashes'", by, allows: [withHashes], blocks: [url] },
      { policy: "default-src 'self' 'unsafe-webtransport-hashes'", by, allows: [withHashes] },
      { policy: 'connect-src unsafe-webtransport-hashes', by, blocks: [withHashes] },
      {
        policy: ["connect-src 'unsafe-webtransport-hashes'", 'connect-src https:'],
        by,
        blocks: [withHashes],
      },
    ],
  },
] satisfies Scenario[];
