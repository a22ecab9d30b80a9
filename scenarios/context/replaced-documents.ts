import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/** Local documents in frames that held another document before, and in one another. */
const contexts = ['nested-srcdoc', 'late-srcdoc', 'javascript-frame'];

export default [
  {
    id: 'replaced-document-inherits',
    title: 'However a local document came into its frame, it is under the policies of the document around it',
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
    id: 'replaced-document-inherits-metas',
    title: 'However a local document came into its frame, it is under the metas of the document around it',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: contexts.map((context) => ({
      context,
      creator: { meta: 'connect-src https://api.test' },
      by: ['fetch', 'XMLHttpRequest'],
      allows: ['https://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'replaced-document-adds-its-own-meta',
    title: 'A meta in a nested, late or javascript: document adds to what it inherits, and loosens nothing',
    spec: 'CSP#meta-element',
    documents: contexts.flatMap((context) => [
      {
        context,
        policy: 'connect-src https://api.test https://third.test',
        meta: 'connect-src https://api.test https://other.test',
        by: eachPath,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        context,
        policy: "connect-src 'none'",
        meta: 'connect-src *',
        by: eachPath,
        blocks: ['https://page.test/'],
      },
    ]),
  },
  {
    id: 'replaced-document-self',
    title: "However a local document came into its frame, 'self' is the origin of the response around it",
    spec: 'CSP#match-url-to-source-expression',
    documents: contexts.map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://third.test/'],
    })),
  },
] satisfies Scenario[];
