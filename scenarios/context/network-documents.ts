import type { Scenario } from '../../harness/plan/scenario.ts';
import { networkDocuments } from '../shared/contexts.ts';
import { eachPath, everything } from '../shared/mechanisms.ts';

/** HTML#determining-navigation-params-policy-container, step 4: a document from a server has its response's policies. */
export default [
  {
    id: 'network-document-has-its-own-policy',
    title:
      'A document from a server is under the policy of its response, as a page, in a frame and in a popup',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: networkDocuments.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: everything,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'network-document-without-policy',
    title: 'A document from a server without a policy is free, whatever its parent or its opener may not do',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: ['nested-frame', 'popup', 'sandboxed-frame', 'sandboxed-same-origin-frame'].flatMap(
      (context) => [
        {
          context,
          creator: { policy: "connect-src 'none'" },
          by: eachPath,
          allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
        },
        {
          context,
          creator: { meta: "connect-src 'none'", reportOnly: "connect-src 'none'" },
          by: eachPath,
          allows: ['https://api.test/', 'wss://api.test/'],
        },
      ],
    ),
  },
  {
    id: 'network-document-beside-its-creators-policy',
    title:
      'The policy of a parent or an opener neither loosens nor tightens that of a document from a server',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: ['nested-frame', 'popup', 'sandboxed-frame', 'sandboxed-same-origin-frame'].map((context) => ({
      context,
      creator: { policy: 'connect-src https://third.test' },
      policy: 'connect-src https://api.test',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'network-document-under-header-and-meta',
    title: 'In every document from a server a meta adds its policy to those of the header',
    spec: 'CSP#meta-element',
    documents: networkDocuments.map((context) => ({
      context,
      policy: 'connect-src https://api.test https://third.test',
      meta: 'connect-src https://api.test https://other.test',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://other.test/', 'https://page.test/'],
    })),
  },
  {
    id: 'network-document-self',
    title: "In every document from a server 'self' is the origin of its response, http or https",
    spec: 'CSP#match-url-to-source-expression',
    documents: networkDocuments.flatMap((context) => [
      {
        context,
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://www.page.test/', 'wss://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['http://page.test/', 'https://page.test/', 'ws://page.test/', 'wss://page.test/'],
        blocks: ['http://www.page.test/', 'http://third.test/', 'ws://third.test/'],
      },
    ]),
  },
  {
    id: 'network-document-keeps-its-childs-meta-out',
    title: 'A policy that a child adds to itself does not reach its parent',
    spec: 'CSP#meta-element',
    documents: ['document', 'frame'].map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      markup:
        '<iframe></iframe><script>const inner = frames[0].document; inner.head.append(Object.assign(' +
        'inner.createElement("meta"), { httpEquiv: "Content-Security-Policy", content: "connect-src \'none\'" }))</script>',
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'network-document-report-only',
    title: 'A report-only policy blocks nothing in any document, and its event is fired at that document',
    spec: 'CSP#report-for-request',
    documents: networkDocuments.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
