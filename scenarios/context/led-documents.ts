import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/**
 * HTML#determining-navigation-params-policy-container, for documents with a local URL that come about in less usual ways:
 * an about:blank that is no initial one, a blob: URL in a window of its own, and object elements.
 */
const contexts = [
  'navigated-about-blank',
  'about-blank-elsewhere',
  'blob-popup',
  'blob-object',
  'data-object',
];

export default [
  {
    id: 'led-document-inherits',
    title: 'However it comes about, a document with a local URL is under the policies of who leads there',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.flatMap((context) => [
      {
        context,
        policy: 'connect-src https://api.test wss://api.test',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        context,
        creator: { meta: 'connect-src https://api.test wss://api.test' },
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      { context, by: eachPath, allows: ['https://api.test/', 'wss://api.test/'] },
    ]),
  },
  {
    id: 'led-document-adds-its-own-meta',
    title: 'A meta of its own adds its policy to those of who leads there',
    spec: 'CSP#meta-element',
    documents: contexts.map((context) => ({
      context,
      policy: 'connect-src https://api.test https://third.test wss://api.test',
      meta: 'connect-src https://api.test https://other.test',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://other.test/'],
    })),
  },
  {
    id: 'led-document-inherits-all-policies',
    title:
      'However it comes about, a document with a local URL has every policy of who leads there, and all have to allow',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.flatMap((context) => [
      {
        context,
        policy: [
          'connect-src https://third.test https://api.test',
          'connect-src https://api.test https://other.test',
        ],
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        context,
        policy: ["connect-src 'none'", 'connect-src https://api.test'],
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/'],
      },
    ]),
  },
  {
    id: 'led-document-self',
    title: "However it comes about, 'self' is the origin of the response whose policy it has",
    spec: 'CSP#match-url-to-source-expression',
    documents: contexts.map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://www.page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'led-document-report-only',
    title: 'However it comes about, a report-only policy is inherited as report-only',
    spec: 'CSP#report-for-request',
    documents: contexts.map((context) => ({
      context,
      reportOnly: 'connect-src https://third.test',
      by: eachPath,
      allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
