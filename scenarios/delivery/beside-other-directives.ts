import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** What `sandbox` and `upgrade-insecure-requests` in the same policy do to connect-src. */
export default [
  {
    id: 'beside-sandbox',
    title: "In a page that its policy sandboxes, `'self'` is still the origin of the page’s URL",
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: "sandbox allow-scripts; connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        page: 'http://page.test/',
        policy: 'sandbox allow-scripts; connect-src api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/'],
        blocks: ['http://page.test/', 'http://third.test/', 'ws://page.test/'],
      },
      {
        policy: "sandbox allow-scripts allow-same-origin; connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: ['sandbox allow-scripts', 'connect-src *'],
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'beside-upgrade-insecure-requests',
    title: 'A request is upgraded before the enforced policies are asked, so `https:` lets it through',
    spec: 'UIR#upgrade-request',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'upgrade-insecure-requests; connect-src https:',
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'upgrade-insecure-requests; connect-src https://api.test',
        by: eachPath,
        allows: ['http://api.test/', 'https://api.test/', 'ws://api.test/'],
        blocks: ['http://third.test/', 'https://third.test/', 'ws://third.test/'],
      },
      {
        policy: ['upgrade-insecure-requests', 'connect-src https://api.test'],
        by: eachPath,
        allows: ['http://api.test/', 'ws://api.test/'],
        blocks: ['http://third.test/', 'ws://third.test/'],
      },
    ],
  },
  {
    id: 'beside-upgrade-keeps-the-port',
    title: 'The upgrade changes the scheme alone: a written port stays, and has to be listed',
    spec: 'UIR#upgrade-request',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'upgrade-insecure-requests; connect-src https://api.test:8443',
        by: eachPath,
        allows: ['http://api.test:8443/', 'ws://api.test:8443/'],
        blocks: ['http://api.test/', 'http://api.test:8080/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'beside-frame-ancestors-and-reporting',
    title: 'Directives about the document and about reports leave connections alone',
    spec: 'CSP#should-directive-execute',
    documents: [
      {
        policy: "frame-ancestors *; base-uri 'none'; form-action 'none'; connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "require-trusted-types-for 'script'; trusted-types *; connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
