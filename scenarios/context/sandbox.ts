import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everything } from '../shared/mechanisms.ts';

/** CSP#sandbox and the sandbox attribute: an opaque origin does not change which origin the policies call 'self'. */
export default [
  {
    id: 'sandboxed-document-has-its-policies',
    title:
      'A document in a sandboxed frame is under the policies of its response, or of its parent where it has none',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: ['sandboxed-frame', 'sandboxed-srcdoc'].map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: everything,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'sandboxed-self',
    title: "In a sandboxed frame 'self' is the origin of the response, though the document’s own is opaque",
    spec: 'CSP#parse-response-csp',
    documents: ['sandboxed-frame', 'sandboxed-srcdoc', 'sandboxed-same-origin-frame'].flatMap((context) => [
      {
        context,
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        policy: "connect-src 'self'",
        by: eachPath,
        allows: ['http://page.test/', 'https://page.test/', 'ws://page.test/'],
        blocks: ['http://third.test/', 'ws://third.test/'],
      },
    ]),
  },
  {
    id: 'sandboxed-schemeless-host',
    title: 'In a sandboxed frame a host without scheme has the scheme of the response',
    spec: 'CSP#match-url-to-source-expression',
    documents: ['sandboxed-frame', 'sandboxed-srcdoc'].map((context) => ({
      context,
      policy: 'connect-src api.test',
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'sandboxed-meta',
    title: 'A meta counts in a sandboxed frame',
    spec: 'CSP#meta-element',
    documents: ['sandboxed-frame', 'sandboxed-srcdoc', 'sandboxed-same-origin-frame'].map((context) => ({
      context,
      policy: 'connect-src https://api.test https://third.test',
      meta: "connect-src https://api.test 'self'",
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/'],
    })),
  },
  {
    id: 'sandbox-directive',
    title:
      "The sandbox directive beside connect-src: the source list holds, and 'self' is the response’s origin",
    spec: 'CSP#parse-response-csp',
    documents: ['document', 'frame'].flatMap((context) => [
      {
        context,
        policy: "sandbox allow-scripts; connect-src 'self' https://api.test wss://api.test",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context,
        policy: "sandbox allow-scripts allow-same-origin; connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/'],
      },
      {
        context,
        policy: ['sandbox allow-scripts', "connect-src 'self'"],
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/'],
      },
    ]),
  },
  {
    id: 'sandbox-directive-alone',
    title: 'The sandbox directive by itself lets every connection out',
    spec: 'CSP#connect-src-pre-request',
    documents: ['document', 'frame'].map((context) => ({
      context,
      policy: 'sandbox allow-scripts',
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'sandbox-directive-inherited-self',
    title: "What a document under the sandbox directive makes inherits its 'self'",
    spec: 'HTML#initialize-worker-policy-container',
    documents: ['srcdoc', 'data-frame', 'blob-frame', 'blob-worker', 'data-worker'].map((context) => ({
      context,
      policy: "sandbox allow-scripts; connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
