import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, http } from '../shared/mechanisms.ts';

/**
 * HTML#determining-navigation-params-policy-container, where two documents have to do with one frame: who leads it to a local
 * URL hands down the policies, and neither who made a blob: URL nor whose frame it is.
 */
const contexts = ['blob-frame-elsewhere', 'data-frame-elsewhere'];

export default [
  {
    id: 'local-document-of-another-than-its-parent',
    title: 'A blob: or data: document is under the policies of the document that led the frame there',
    spec: 'HTML#determining-navigation-params-policy-container',
    sources: ['https://github.com/w3c/FileAPI/issues/142', 'https://github.com/whatwg/html/pull/6895'],
    documents: contexts.flatMap((context) => [
      {
        context,
        policy: 'connect-src https://api.test wss://api.test',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
      },
      { context, policy: "connect-src 'none'", by: eachPath, blocks: ['https://page.test/'] },
      { context, creator: { meta: "connect-src 'none'" }, by: eachPath, blocks: ['https://page.test/'] },
    ]),
  },
] satisfies Scenario[];
