import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/** Documents from a server whose content is another than that of their response: the policies are still that response's. */
const contexts = ['reopened-frame', 'javascript-replaced-frame', 'text-frame', 'image-frame'];

export default [
  {
    id: 'rewritten-document-keeps-its-policy',
    title: 'Written anew, replaced by a javascript: URL or filled by another, a document keeps its policy',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: [...http, 'WebSocket', 'import json'],
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'rewritten-document-without-policy',
    title: 'Such a document without a policy is free, whatever the document that changes it may not do',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      creator: { policy: "connect-src 'none'" },
      by: [...http, 'WebSocket', 'import json'],
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'rewritten-document-beside-its-creators-policy',
    title: 'The policy of the document that changes it neither loosens nor tightens its own',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      creator: { policy: 'connect-src https://third.test', meta: 'connect-src https://third.test' },
      policy: 'connect-src https://api.test',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'rewritten-document-adds-its-own-meta',
    title: 'A meta in the new content adds its policy to that of the response',
    spec: 'CSP#meta-element',
    documents: contexts.map((context) => ({
      context,
      policy: 'connect-src https://api.test https://third.test',
      meta: 'connect-src https://api.test https://other.test',
      by: eachPath,
      allows: ['https://api.test/'],
      blocks: ['https://third.test/', 'https://other.test/'],
    })),
  },
  {
    id: 'rewritten-document-self',
    title: "In the new content, too, 'self' is the origin of the response",
    spec: 'CSP#match-url-to-source-expression',
    documents: contexts.map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://www.page.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
