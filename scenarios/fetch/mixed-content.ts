import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp, http, webSockets } from '../shared/mechanisms.ts';

/** What an http: URL can be given to; the others want a secure one. */
const insecure = everyHttp.filter((name) => name !== 'fetchLater');

export default [
  {
    id: 'mixed-content-upgrades-media',
    title: 'On an https page images, audio and video from an http: URL leave over https:',
    spec: 'MIX#upgrade-algorithm',
    documents: [{}, { policy: "connect-src 'none'" }].map((document) => ({
      ...document,
      by: ['img', 'CSS url()', 'link[rel=preload][as=image]', 'audio', 'video'],
      allows: ['http://api.test/', { url: 'https://api.test/', redirects: ['http://third.test/'] }],
    })),
  },
  {
    id: 'mixed-content-leaves-the-top-level',
    title: 'A window may be led from an https page to an http: one',
    spec: 'MIX#should-block-fetch',
    documents: [{ policy: "connect-src 'none'", by: 'window.open', allows: ['http://third.test/next'] }],
  },
  {
    id: 'mixed-content-of-a-sandboxed-page',
    title:
      'Nothing is mixed for a page that its sandbox directive gives an opaque origin, unless an https page is around it',
    spec: 'MIX#categorize-settings-object',
    documents: [
      {
        context: 'document',
        policy: 'sandbox allow-scripts; connect-src *',
        by: [...http, 'WebSocket'],
        allows: ['http://api.test/', 'ws://api.test/'],
      },
      {
        context: 'frame',
        policy: 'sandbox allow-scripts; connect-src *',
        by: [...http, 'WebSocket'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
      {
        context: 'document',
        policy: 'sandbox allow-scripts allow-same-origin; connect-src *',
        by: [...http, 'WebSocket'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'mixed-content-is-not-opened-by-a-policy',
    title: 'On an https page no policy lets an http: or ws: request out, not even one that names it',
    spec: 'MIX#should-block-fetch',
    documents: [
      {
        policy: 'connect-src http://api.test ws://api.test',
        by: [...insecure, ...webSockets],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
      {
        policy: 'connect-src *',
        by: [...http, 'WebSocket'],
        blocks: ['http://api.test:8080/', 'ws://api.test:8080/', 'http://page.test/', 'ws://page.test/'],
      },
    ],
  },
  {
    id: 'mixed-content-needs-no-policy',
    title: 'Mixed content is blocked without any policy as well, and is no violation',
    spec: 'MIX#should-block-fetch',
    documents: [{ by: [...insecure, ...webSockets], blocks: ['http://api.test/', 'ws://api.test/'] }],
  },
  {
    id: 'mixed-content-and-policy-both-block',
    title:
      'A request that mixed content and the policy both refuse stays; whether the policy still reports it is left open',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: [...insecure, 'WebSocket'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
      {
        policy: "connect-src 'none'",
        by: [...http, 'WebSocket'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'mixed-content-at-the-end-of-a-redirect',
    title:
      'A redirect from https to http ends there, though the policy allows both; the first hop has been asked',
    spec: 'MIX#should-block-fetch',
    documents: [
      {
        policy: 'connect-src https://api.test http://third.test',
        by: insecure,
        allows: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['http://third.test/'] }],
      },
    ],
  },
  {
    id: 'mixed-content-from-a-plain-page-is-none',
    title: 'On an http page nothing is mixed: the policy alone decides on http: and ws:',
    spec: 'MIX#categorize-settings-object',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test ws://api.test',
        by: [...insecure, ...webSockets],
        allows: ['http://api.test/', 'ws://api.test/', 'https://api.test/'],
        blocks: ['http://third.test/', 'ws://third.test/'],
      },
    ],
  },
  {
    id: 'mixed-content-on-loopback',
    title:
      'An http: page of this machine refuses mixed content as an https: page does, but for what is of this machine',
    spec: 'MIX#categorize-settings-object',
    sources: ['https://github.com/w3c/webappsec-mixed-content/issues/73'],
    documents: ['http://localhost/', 'http://127.0.0.1/', 'http://localhost:8080/'].map((page) => ({
      page,
      policy: 'connect-src *',
      by: [...http, 'WebSocket'],
      allows: ['https://api.test/', 'wss://api.test/', 'http://app.localhost/', 'ws://app.localhost/'],
      blocks: ['http://api.test/', 'ws://api.test/'],
    })),
  },
  {
    id: 'mixed-content-in-other-globals',
    title: 'Mixed content is kept from workers and inherited documents of an https page too',
    spec: 'MIX#categorize-settings-object',
    documents: ['document', 'srcdoc', 'worker', 'blob-worker'].map((context) => ({
      context,
      policy: 'connect-src http://api.test ws://api.test',
      by: [...http, 'WebSocket'],
      blocks: ['http://api.test/', 'ws://api.test/'],
    })),
  },
  {
    id: 'mixed-content-in-shared-workers',
    title: 'Mixed content is kept from shared workers of an https page too',
    spec: 'MIX#categorize-settings-object',
    documents: ['shared-worker', 'blob-shared-worker'].map((context) => ({
      context,
      policy: 'connect-src http://api.test ws://api.test',
      by: [...http, 'WebSocket'],
      blocks: ['http://api.test/', 'ws://api.test/'],
    })),
  },
  {
    id: 'mixed-content-is-reported-by-report-only',
    title: 'Report-only policies are asked before mixed content is refused, and report it',
    spec: 'FETCH#main-fetch',
    documents: [
      {
        reportOnly: 'connect-src https:',
        by: [...http, 'WebSocket'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
    ],
  },
] satisfies Scenario[];
