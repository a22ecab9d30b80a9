import type { Scenario } from '../../harness/plan/scenario.ts';

const wpt = 'https://github.com/web-platform-tests/wpt/blob/master/content-security-policy';
const own = 'https://page.test/data';
const third = 'https://third.test/collect';
/** One for each way out of a global: by fetch, past it, and kept alive. */
const by = ['fetch', 'WebSocket', 'sendBeacon'];
const blocks = [third, 'wss://third.test/collect'];

export default [
  {
    id: 'regression-worker-inheritance',
    title: 'A worker made of a local URL does not shake off the policy of the document that made it',
    spec: 'HTML#initialize-worker-policy-container',
    sources: [
      `${wpt}/inside-worker/dedicated-inheritance.html`,
      `${wpt}/inside-worker/shared-inheritance.html`,
    ],
    documents: [
      {
        context: 'blob-worker',
        policy: "script-src 'self' blob:; connect-src 'self'",
        by,
        allows: [own],
        blocks,
      },
      {
        context: 'data-worker',
        policy: "script-src 'self'; worker-src data:; connect-src 'self'",
        by,
        allows: [own],
        blocks,
      },
      {
        context: 'nested-blob-worker',
        policy: "script-src 'self' blob:; connect-src 'self'",
        by,
        allows: [own],
        blocks,
      },
      {
        context: 'blob-shared-worker',
        policy: "script-src 'self' blob:; connect-src 'self'",
        by,
        allows: [own],
        blocks,
      },
    ],
  },
  {
    id: 'regression-worker-script-policy',
    title: 'A worker from the network has the policy its own script came with, and no other',
    spec: 'HTML#initialize-worker-policy-container',
    sources: [`${wpt}/inside-worker/dedicated-script.html`, `${wpt}/inside-worker/shared-script.html`],
    documents: [
      {
        context: 'worker',
        policy: "connect-src 'self'",
        creator: { policy: 'connect-src *' },
        by,
        allows: [own],
        blocks,
      },
      { context: 'worker', creator: { policy: "connect-src 'none'" }, by, allows: [own, ...blocks] },
      {
        context: 'shared-worker',
        policy: "connect-src 'self'",
        creator: { policy: 'connect-src *' },
        by,
        allows: [own],
        blocks,
      },
      { context: 'shared-worker', creator: { policy: "connect-src 'none'" }, by, allows: [own, ...blocks] },
    ],
  },
  {
    id: 'regression-none-in-workers',
    title: 'In a worker, too, the list none lets nothing connect',
    spec: 'CSP#match-url-to-source-list',
    sources: [`${wpt}/inside-worker/dedicated-script.html`],
    documents: ['worker', 'shared-worker', 'service-worker'].map((context) => ({
      context,
      policy: "connect-src 'none'",
      by,
      blocks: [own, ...blocks],
    })),
  },
  {
    id: 'regression-local-frames',
    title:
      'A frame with a local URL does not shake off the policy of its creator, and self is the creator’s origin there',
    spec: 'HTML#determining-navigation-params-policy-container',
    sources: [
      `${wpt}/inheritance/iframe-all-local-schemes-inherit-self-blocked.sub.html`,
      `${wpt}/inheritance/data-iframe-self-inheritance.sub.html`,
    ],
    documents: [
      'srcdoc',
      'about-blank',
      'blob-frame',
      'data-frame',
      'written-frame',
      'about-blank-popup',
    ].map((context) => ({
      context,
      policy: "connect-src 'self'",
      by,
      allows: [own],
      blocks,
    })),
  },
  {
    id: 'regression-inherited-self-with-meta',
    title:
      'A meta in a frame with a local URL adds a policy, whose self is the inherited one, and loosens nothing',
    spec: 'CSP#meta-element',
    sources: [
      `${wpt}/inheritance/inherited-self-mixed-with-meta-1.sub.html`,
      `${wpt}/inheritance/inherited-self-mixed-with-meta-2.sub.html`,
    ],
    documents: ['srcdoc', 'blob-frame', 'data-frame'].flatMap((context) => [
      { context, policy: "connect-src 'self'", meta: 'connect-src *', by, allows: [own], blocks },
      { context, policy: 'connect-src *', meta: "connect-src 'self'", by, allows: [own], blocks },
    ]),
  },
  {
    id: 'regression-sandbox',
    title: 'A sandboxed document loses its origin, not its policy',
    spec: 'CSP#parse-response-csp',
    sources: ['https://github.com/w3c/webappsec-csp/pull/805'],
    documents: ['sandboxed-frame', 'sandboxed-srcdoc'].map((context) => ({
      context,
      policy: "connect-src 'self'",
      by,
      allows: [own],
      blocks,
    })),
  },
  {
    id: 'regression-service-worker-bypass',
    title: 'A page behind a service worker is still held to its own policy, before the worker sees a request',
    spec: 'FETCH#concept-main-fetch',
    sources: ['https://github.com/w3c/webappsec-csp/issues/261'],
    documents: [
      {
        context: 'forwarded-frame',
        policy: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest'],
        allows: [own],
        blocks: [third],
      },
      {
        context: 'service-worker',
        policy: "connect-src 'self'",
        by: ['fetch', 'Cache.add', 'WebSocket'],
        allows: [own],
        blocks,
      },
    ],
  },
] satisfies Scenario[];
