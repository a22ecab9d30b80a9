import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#meta-element: a policy in the markup, where it may stand and what it may say. */
export default [
  {
    id: 'meta-in-head',
    title: 'A meta element in head governs what the document opens after it',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: "connect-src 'self' https://api.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        page: 'http://page.test/',
        meta: "connect-src 'self'",
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://page.test/', 'https://page.test/', 'ws://page.test/'],
        blocks: ['http://api.test/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'meta-in-body',
    title: 'A meta element outside head is no policy',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'body',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-too-late',
    title: 'A meta element that comes after the call does not touch a request that has started',
    spec: 'FETCH#populate-request-from-client',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'late',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-too-late-for-a-redirect',
    title: 'A meta element that comes while a request is on its way does not touch its redirects',
    spec: 'FETCH#populate-request-from-client',
    documents: [
      {
        meta: 'connect-src https://api.test',
        metaPlacement: 'late',
        by: ['fetch', 'XMLHttpRequest', 'fetch no-cors'],
        allows: [
          { url: 'https://api.test/', redirects: ['https://third.test/'] },
          { url: 'https://third.test/', redirects: ['https://page.test/'] },
        ],
      },
    ],
  },
  {
    id: 'meta-too-late-for-an-event-source',
    title: 'A meta element that comes after `new EventSource()` does not touch its request',
    spec: 'HTML#dom-eventsource',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'late',
        by: 'EventSource',
        allows: ['https://page.test/', 'https://api.test/'],
      },
    ],
  },
  {
    id: 'meta-removed-or-emptied',
    title: 'Taking the element away, or its content, does not take the policy away',
    spec: 'CSP#meta-element',
    documents: (['removed', 'emptied'] as const).map((metaPlacement) => ({
      meta: 'connect-src https://api.test',
      metaPlacement,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'meta-by-script',
    title: 'A meta element that script puts into head adds its policy',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: 'connect-src https://api.test',
        metaPlacement: 'script',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://third.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        meta: 'connect-src *',
        metaPlacement: 'script',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'meta-nested-in-head',
    title: 'A meta element in another element in head is no policy: head has to be its parent',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'nested',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-in-second-head',
    title: 'A meta element in a second head element is a policy: any head will do for its parent',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    documents: [
      {
        meta: 'connect-src https://api.test',
        metaPlacement: 'second-head',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'meta-in-shadow-tree',
    title: 'A meta element in a shadow tree is no policy: it is not in the document tree',
    spec: 'HTML#pragma-directives',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'shadow',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-moved-into-head',
    title: 'A meta element that `moveBefore()` brings into head is no policy: a move inserts nothing',
    spec: 'HTML#pragma-directives',
    documents: [
      {
        meta: "connect-src 'none'",
        metaPlacement: 'moved',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-inserted-twice',
    title: 'A meta element that is inserted twice gives its policy twice',
    spec: 'HTML#pragma-directives',
    documents: [
      {
        meta: 'connect-src https://api.test',
        metaPlacement: 'reinserted',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'meta-completed-later',
    title: 'A meta element counts as it is when it is inserted: what it is given afterwards adds no policy',
    spec: 'HTML#pragma-directives',
    documents: (['filled', 'named'] as const).map((metaPlacement) => ({
      meta: "connect-src 'none'",
      metaPlacement,
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'meta-in-xhtml',
    title: 'In a document that the XML parser reads, metas and headers are policies all the same',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    documents: [
      {
        context: 'xhtml-frame',
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://api.test https://other.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/', 'https://page.test/', 'wss://other.test/'],
      },
      {
        context: 'xhtml-frame',
        meta: 'connect-src https://api.test',
        metaPlacement: 'script',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'meta-report-only',
    title: 'A report-only policy in a meta element has no effect, not even an event',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: "connect-src 'none'",
        metaName: 'Content-Security-Policy-Report-Only',
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-comma',
    title: 'In a meta element a comma separates nothing: it is part of what it stands in',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    sources: ['https://github.com/whatwg/html/issues/5102'],
    documents: [
      {
        meta: 'connect-src https://api.test, connect-src https://third.test',
        by: eachPath,
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        meta: "img-src 'self', connect-src 'none'",
        by: eachPath,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        meta: 'connect-src https://api.test/a,b',
        by: eachPath,
        blocks: ['https://api.test/a', 'https://api.test/a,b', 'wss://api.test/a'],
      },
    ],
  },
  {
    id: 'meta-several',
    title: 'Each of several meta elements is a policy of its own',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: [
          'connect-src https://api.test https://third.test',
          'connect-src https://third.test https://other.test',
        ],
        by: eachPath,
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://other.test/', 'wss://api.test/', 'wss://other.test/'],
      },
      {
        meta: ['connect-src *', "connect-src 'none'", 'connect-src *'],
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-beside-header',
    title: 'A meta element adds to the header’s policy and cannot loosen it',
    spec: 'CSP#meta-element',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://third.test https://other.test',
        by: eachPath,
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://other.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src 'none'",
        meta: 'connect-src *',
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        reportOnly: "connect-src 'none'",
        meta: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'meta-http-equiv-case',
    title: 'The case of `http-equiv` does not matter',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    documents: ['content-security-policy', 'CONTENT-SECURITY-POLICY', 'cOnTeNt-SeCuRiTy-PoLiCy'].map(
      (metaName) => ({
        meta: 'connect-src https://api.test',
        metaName,
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      }),
    ),
  },
  {
    id: 'meta-http-equiv-misspelt',
    title: 'An `http-equiv` that is spelt in any other way is no policy',
    spec: 'HTML#attr-meta-http-equiv-content-security-policy',
    documents: [
      'Content-Security-Policy ',
      ' Content-Security-Policy',
      'Content Security Policy',
      'CSP',
      'Content-Security-Policy:',
      'X-Content-Security-Policy',
      'X-WebKit-CSP',
    ].map((metaName) => ({
      meta: "connect-src 'none'",
      metaName,
      by: eachPath,
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'meta-ignored-directives',
    title: 'Directives that a meta element cannot give do not disturb the one it can',
    spec: 'CSP#meta-element',
    documents: [
      {
        meta: "report-uri /never; sandbox; frame-ancestors 'none'; connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        meta: 'report-uri /never',
        by: eachPath,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-empty',
    title: 'An empty content is no policy, but an empty list is one',
    spec: 'CSP#meta-element',
    documents: [
      { meta: '', by: eachPath, allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'] },
      { meta: ' ; ', by: eachPath, allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'] },
      {
        meta: 'connect-src',
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'meta-default-src',
    title: 'A meta element falls back to its own `default-src`',
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        meta: "default-src 'self' https://api.test",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
