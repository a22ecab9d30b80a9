import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everything } from '../shared/mechanisms.ts';

/** HTML#initialize-worker-policy-container, for workers made by workers: the maker is a worker, not the document. */
export default [
  {
    id: 'nested-blob-worker-inherits-from-its-worker',
    title: 'A blob: worker made by a network worker has that worker’s policies, and not the document’s',
    spec: 'HTML#initialize-worker-policy-container',
    documents: [
      {
        context: 'nested-blob-worker',
        policy: 'connect-src https://api.test wss://api.test',
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      {
        context: 'nested-blob-worker',
        creator: { policy: "connect-src 'none'" },
        policy: 'connect-src https://api.test wss://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/'],
      },
      {
        context: 'nested-blob-worker',
        creator: { policy: 'connect-src https://api.test' },
        policy: "connect-src 'none'",
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://page.test/'],
      },
      {
        context: 'nested-blob-worker',
        creator: { policy: "connect-src 'none'" },
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'nested-network-worker-has-its-own-policy',
    title:
      'A network worker made by a blob: worker has its script’s policies, and not those its maker inherited',
    spec: 'HTML#initialize-worker-policy-container',
    documents: [
      {
        context: 'nested-worker',
        creator: { policy: 'connect-src https://third.test' },
        policy: 'connect-src https://api.test wss://api.test',
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context: 'nested-worker',
        creator: { policy: ["connect-src 'none'", 'connect-src https://api.test'] },
        by: eachPath,
        allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'nested-blob-worker-self',
    title: "Handed down from worker to worker, 'self' stays the origin of the response it came with",
    spec: 'CSP#match-url-to-source-expression',
    documents: ['nested-blob-worker', 'twice-nested-blob-worker'].map((context) => ({
      context,
      policy: "connect-src 'self'",
      by: eachPath,
      allows: ['https://page.test/', 'wss://page.test/'],
      blocks: ['https://page.test:8443/', 'https://third.test/'],
    })),
  },
] satisfies Scenario[];
