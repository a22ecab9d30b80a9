import type { Scenario } from '../../harness/plan/scenario.ts';
import { localDocuments } from '../shared/contexts.ts';
import { eachPath, everything, http } from '../shared/mechanisms.ts';

/** HTML#determining-navigation-params-policy-container, steps 2 and 3: what has no server has its creator's policies. */
export default [
  {
    id: 'local-document-inherits',
    title:
      'srcdoc, about:blank, blob: and data: documents are under the policies of the document that creates them',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: localDocuments.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: everything,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'local-document-of-a-free-creator',
    title: 'Where the creator has no policy, what it makes has none',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: localDocuments.map((context) => ({
      context,
      by: eachPath,
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'local-document-inherits-none',
    title: "'none' is inherited, for what the creator could reach itself and for itself",
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: localDocuments.map((context) => ({
      context,
      policy: "connect-src 'none'",
      by: [...http, 'WebSocket'],
      blocks: [
        'https://page.test/',
        'wss://page.test/',
        { url: 'data:,text', by: ['fetch', 'XMLHttpRequest'] },
        { url: 'blob:', by: ['fetch', 'XMLHttpRequest'] },
      ],
    })),
  },
  {
    id: 'local-document-inherits-metas',
    title: 'The policies of metas are inherited like those of headers',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: localDocuments.map((context) => ({
      context,
      creator: { meta: 'connect-src https://api.test wss://api.test' },
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'local-document-inherits-all-policies',
    title: 'Every policy of the creator is inherited, and all of them have to allow',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: localDocuments.map((context) => ({
      context,
      creator: {
        policy: [
          'connect-src https://api.test https://third.test',
          'connect-src https://api.test https://other.test',
        ],
        meta: 'connect-src https://api.test https://third.test https://other.test https://example.com',
      },
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://other.test/', 'https://example.com/'],
    })),
  },
  {
    id: 'local-document-inherits-default-src',
    title: 'default-src stands in for a missing connect-src in inherited policies, too',
    spec: 'CSP#should-directive-execute',
    documents: localDocuments.map((context) => ({
      context,
      policy: "default-src https://api.test; script-src 'self' 'unsafe-inline'; frame-src blob: data:",
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'local-document-adds-its-own-meta',
    title: 'A child may add a stricter policy by a meta; it cannot loosen what it inherits',
    spec: 'CSP#meta-element',
    documents: localDocuments.flatMap((context) => [
      {
        context,
        policy: 'connect-src https://api.test https://third.test wss://api.test',
        meta: 'connect-src https://api.test https://other.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        context,
        meta: 'connect-src https://api.test wss://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context,
        policy: "connect-src 'none'",
        meta: 'connect-src *',
        by: eachPath,
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
    ]),
  },
  {
    id: 'local-document-self',
    title:
      "Inherited, 'self' stays the origin of the creator’s response, even where the child’s own is opaque",
    spec: 'CSP#match-url-to-source-expression',
    documents: localDocuments.flatMap((context) => [
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
        blocks: ['http://www.page.test/', 'http://third.test/'],
      },
    ]),
  },
  {
    id: 'local-document-schemeless-host',
    title:
      'A host without scheme takes its scheme from the creator’s response, not from about:, blob: or data:',
    spec: 'CSP#match-url-to-source-expression',
    documents: localDocuments.flatMap((context) => [
      {
        context,
        policy: 'connect-src api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        policy: 'connect-src api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/'],
        blocks: ['http://third.test/'],
      },
    ]),
  },
  {
    id: 'local-document-schemeless-host-in-its-own-meta',
    title:
      'In a meta of the child’s own, too, a host without scheme takes its scheme from the creator’s response',
    spec: 'CSP#match-url-to-source-expression',
    documents: localDocuments.flatMap((context) => [
      {
        context,
        meta: 'connect-src api.test',
        by: ['fetch', 'XMLHttpRequest', 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context,
        page: 'http://page.test/',
        meta: 'connect-src api.test',
        by: ['fetch', 'XMLHttpRequest', 'WebSocket'],
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/'],
        blocks: ['http://third.test/'],
      },
    ]),
  },
  {
    id: 'local-document-separators-encoded-in-a-path',
    title:
      'A path with an encoded comma or semicolon matches in a document that inherits its policy as it does elsewhere',
    spec: 'CSP#match-paths',
    documents: localDocuments.flatMap((context) => [
      {
        context,
        policy: 'connect-src https://api.test/a%2C',
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['https://api.test/a%2C', 'https://api.test/a,'],
        blocks: ['https://api.test/a'],
      },
      {
        context,
        policy: 'connect-src https://api.test/a%3B',
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['https://api.test/a%3B', 'https://api.test/a;'],
        blocks: ['https://api.test/a'],
      },
    ]),
  },
  {
    id: 'local-document-local-targets',
    title: 'In a document with a local URL * still leaves out data: and blob:, and their schemes let them in',
    spec: 'CSP#match-url-to-source-expression',
    documents: ['srcdoc', 'written-frame', 'blob-frame'].flatMap((context) => [
      {
        context,
        policy: 'connect-src *',
        by: ['fetch', 'XMLHttpRequest', 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['data:,text', 'blob:'],
      },
      {
        context,
        policy: 'connect-src data: blob:',
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['data:,text', 'blob:'],
        blocks: ['https://page.test/'],
      },
    ]),
  },
  {
    id: 'local-document-inherits-report-only',
    title: 'A report-only policy is inherited as report-only, and its event is fired at the child',
    spec: 'CSP#report-for-request',
    documents: localDocuments.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
