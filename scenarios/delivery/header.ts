import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#parse-response-csp: every header line and every piece between commas is a policy, and all of them must allow. */
export default [
  {
    id: 'header-one-policy',
    title: 'A policy in the response header governs the document',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: "connect-src 'self' https://api.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        status: 404,
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'header-several-lines',
    title: 'Each header line is a policy of its own, and a connection needs the leave of all',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: [
          'connect-src https://api.test https://third.test',
          'connect-src https://third.test https://other.test',
        ],
        by: [...everyHttp, ...webSockets],
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: [
          'https://api.test/',
          'https://other.test/',
          'https://page.test/',
          'wss://api.test/',
          'wss://other.test/',
        ],
      },
      {
        policy: ['connect-src https://api.test', 'connect-src https://third.test'],
        by: eachPath,
        blocks: ['https://api.test/', 'https://third.test/', 'wss://api.test/'],
      },
      {
        policy: ['connect-src *', "connect-src 'self'", 'connect-src https:'],
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'header-commas',
    title: 'A comma separates policies as a line of its own does',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test, connect-src https://third.test',
        by: [...everyHttp, ...webSockets],
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        policy: "img-src 'self',connect-src https://api.test,style-src 'self'",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: ["connect-src *, img-src 'self'", 'connect-src https://api.test'],
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'header-comma-in-a-list',
    title:
      'A comma between sources ends the list: what follows it is another policy, whose directive is unknown',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: "connect-src 'self', https://api.test",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test,https://third.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "connect-src , 'self'",
        by: eachPath,
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'header-empty-pieces',
    title: 'Empty policies between commas, semicolons and lines are no policies',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: ',, ,connect-src https://api.test, ,',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: ';; ; connect-src https://api.test ;;',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: ['', 'connect-src https://api.test', ''],
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'header-empty',
    title: 'A header without any directive restricts nothing',
    spec: 'CSP#parse-response-csp',
    documents: ['', ';', ',', ' ; , ; '].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'header-duplicate-directive',
    title: 'Of several directives of one name in a policy the first counts, whatever its case',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'connect-src https://api.test; connect-src https://third.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "connect-src https://api.test; Connect-Src *; CONNECT-SRC 'none'",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: 'connect-src; connect-src *',
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src *; connect-src 'none'",
        by: eachPath,
        allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'header-duplicates-across-policies',
    title: 'The same directive in two policies is no duplicate: both are enforced',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: "connect-src *, connect-src 'none'",
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        policy: ["connect-src 'self'", "connect-src 'self'"],
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
] satisfies Scenario[];
