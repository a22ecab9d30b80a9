import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/** Local documents that are left and come back to by `history.back()`: what they inherit is in their history entry. */
const contexts = ['restored-srcdoc', 'restored-data-frame', 'restored-about-blank', 'restored-blob-frame'];

export default [
  {
    id: 'restored-document-inherits',
    title: 'A local document that is come back to is under the policies of the document that created it',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      policy: 'connect-src https://api.test wss://api.test',
      by: [...http, 'WebSocket'],
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'restored-document-inherits-metas',
    title: 'A local document that is come back to is under the metas of the document that created it',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      creator: { meta: 'connect-src https://api.test wss://api.test' },
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'restored-document-adds-its-own-meta',
    title: 'A meta counts again in a local document that is come back to, and loosens nothing',
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
    id: 'restored-document-self',
    title: "In a local document that is come back to, 'self' is the origin of its creator's response",
    spec: 'CSP#match-url-to-source-expression',
    documents: contexts.map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'restored-document-keeps-later-policies-out',
    title: 'What the creator takes on after the first visit does not reach the document that is come back to',
    spec: 'HTML#determining-navigation-params-policy-container',
    // Of a blob: document the history keeps no policies: its second visit is a navigation like the first.
    documents: contexts.slice(0, 3).map((context) => ({
      context,
      creator: { policy: 'connect-src https://api.test wss://api.test', meta: "connect-src 'none'" },
      metaPlacement: 'late' as const,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
