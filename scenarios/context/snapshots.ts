import type { Scenario } from '../../harness/plan/scenario.ts';
import { localDocuments, localWorkers } from '../shared/contexts.ts';
import { eachPath } from '../shared/mechanisms.ts';

/** HTML#policy-containers: inherited policies are a copy, made when the child is made. */
export default [
  {
    id: 'snapshot-when-navigation-begins',
    title:
      'A policy that the creator takes on when it has just begun to lead a frame to a local URL does not reach the child',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: ['hurried-blob-frame', 'hurried-data-frame'].map((context) => ({
      context,
      creator: { policy: 'connect-src https://api.test wss://api.test', meta: "connect-src 'none'" },
      metaPlacement: 'late' as const,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'snapshot-keeps-later-policies-out',
    title: 'A policy that the creator takes on once its child is there does not reach the child',
    spec: 'HTML#determining-navigation-params-policy-container',
    documents: [
      ...localDocuments,
      'sandboxed-srcdoc',
      'blob-worker',
      'blob-module-worker',
      'data-worker',
      'blob-shared-worker',
      'data-shared-worker',
    ].map((context) => ({
      context,
      creator: { policy: 'connect-src https://api.test wss://api.test', meta: "connect-src 'none'" },
      metaPlacement: 'late' as const,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/'],
    })),
  },
  {
    id: 'snapshot-outlives-the-element',
    title: 'A policy whose meta the creator has taken out again is inherited all the same',
    spec: 'CSP#meta-element',
    documents: [...localDocuments, ...localWorkers].map((context) => ({
      context,
      creator: { meta: 'connect-src https://api.test wss://api.test' },
      metaPlacement: 'removed' as const,
      by: ['fetch', 'XMLHttpRequest', 'EventSource', 'sendBeacon', 'WebSocket'],
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'wss://third.test/'],
    })),
  },
] satisfies Scenario[];
