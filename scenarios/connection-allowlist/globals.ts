import type { Scenario } from '../../harness/plan/scenario.ts';
import { localDocuments, localWorkers, networkDocuments, networkWorkers } from '../shared/contexts.ts';

const by = 'fetch';
const own = 'https://page.test/data';
const api = 'https://api.test/data';
const third = 'https://third.test/data';
const allowlist = '(response-origin "https://api.test")';

export default [
  {
    id: 'allowlist-of-a-response',
    title:
      'A document or worker from a server has the allowlist of its own response, and not that of its creator',
    spec: 'CA#html',
    documents: [
      ...[...networkDocuments, 'bfcache-document', ...networkWorkers, 'service-worker'].map((context) => ({
        context,
        allowlist,
        by,
        allows: [own, api],
        blocks: [third],
      })),
      ...['nested-frame', 'worker', 'shared-worker', 'service-worker'].map((context) => ({
        context,
        creator: { allowlist },
        by,
        allows: [third],
      })),
    ],
  },
  {
    id: 'allowlist-inherited',
    title: 'A document or worker from a local URL has the allowlist of its creator',
    spec: 'CA#html',
    documents: [...localDocuments, ...localWorkers].map((context) => ({
      context,
      allowlist,
      by,
      allows: [own, api],
      blocks: [third],
    })),
  },
  {
    id: 'allowlist-before-service-worker',
    title:
      'The allowlist of a page is asked before a service worker is, and that of the worker when it forwards',
    spec: 'CA#fetch',
    documents: [
      { context: 'forwarded-frame', allowlist, by, allows: [api], blocks: [third] },
      { context: 'synthesised-frame', allowlist, by, allows: [api], blocks: [third] },
      { context: 'forwarding-service-worker', allowlist, by, allows: [api], blocks: [third] },
    ],
  },
] satisfies Scenario[];
