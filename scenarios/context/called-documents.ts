import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everything } from '../shared/mechanisms.ts';

/**
 * The client of a request is that of the function that is called, or of the element it is made by, and not that of the
 * script that calls: `frame.contentWindow.fetch()` asks the frame's policies.
 */
export default [
  {
    id: 'called-document-has-its-own-policy',
    title: 'Functions of a window are under the policy of its document, whichever document calls them',
    spec: 'HTML#relevant-settings-object',
    documents: [
      {
        context: 'called-frame',
        policy: 'connect-src https://api.test wss://api.test',
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'called-document-without-policy',
    title:
      'Functions of a window without a policy are free, whatever the document that calls them may not do',
    spec: 'HTML#relevant-settings-object',
    documents: [
      {
        context: 'called-frame',
        creator: { policy: "connect-src 'none'" },
        by: everything,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'called-document-beside-its-callers-policy',
    title: 'The policy of the document that calls neither loosens nor tightens that of the window it calls',
    spec: 'HTML#relevant-settings-object',
    documents: [
      {
        context: 'called-frame',
        creator: { policy: 'connect-src https://third.test wss://third.test' },
        policy: 'connect-src https://api.test wss://api.test',
        meta: 'connect-src https://api.test https://other.test wss://api.test',
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        context: 'called-frame',
        creator: { reportOnly: "connect-src 'none'" },
        reportOnly: 'connect-src https://third.test',
        by: eachPath,
        allows: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'called-document-redirects',
    title: 'A redirect of what another document called is under the policy of the window',
    spec: 'HTML#relevant-settings-object',
    documents: [
      {
        context: 'called-frame',
        creator: { policy: 'connect-src https://third.test' },
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'EventSource', 'sendBeacon', 'a[ping]', 'fetch keepalive'],
        allows: [{ url: 'https://api.test/', redirects: ['https://api.test/moved'] }],
        blocks: [{ url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
] satisfies Scenario[];
