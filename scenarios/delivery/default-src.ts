import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#directive-fallback-list: `default-src` stands in for connect-src, and each policy decides that for itself. */
export default [
  {
    id: 'default-src-stands-in',
    title: 'Without connect-src `default-src` decides, and the event still names connect-src',
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        policy: "default-src 'self' https://api.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'https://www.api.test/', 'wss://third.test/'],
      },
      {
        page: 'http://page.test/',
        policy: "default-src 'self'",
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://page.test/', 'https://page.test/', 'wss://page.test/'],
        blocks: ['http://api.test/', 'https://api.test/', 'ws://api.test/'],
      },
    ],
  },
  {
    id: 'default-src-is-replaced',
    title: 'With connect-src in the policy `default-src` is not asked: the lists are not joined',
    spec: 'CSP#should-directive-execute',
    documents: [
      {
        policy: "default-src 'self' https://api.test; connect-src https://third.test",
        by: [...everyHttp, ...webSockets],
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        policy: "connect-src https://third.test; default-src 'self' https://api.test",
        by: eachPath,
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        policy: "default-src 'none'; script-src 'self'; connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "default-src 'self' https:; connect-src",
        by: eachPath,
        blocks: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'default-src-per-policy',
    title: 'Which of the two directives counts is decided policy by policy',
    spec: 'CSP#should-directive-execute',
    documents: [
      {
        policy: ['connect-src https://api.test https://third.test', "default-src 'self' https://third.test"],
        by: eachPath,
        allows: ['https://third.test/', 'wss://third.test/'],
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        policy: ["default-src 'self'", 'connect-src https://api.test'],
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
      {
        policy: "default-src 'self'; connect-src https://api.test, default-src 'self' https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'https://third.test/'],
      },
      {
        policy: "default-src 'self'",
        meta: 'connect-src *',
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src *',
        reportOnly: "default-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'default-src-none',
    title: "`default-src 'none'` blocks every connection when nothing else names them",
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        policy: "default-src 'none'; script-src 'self'",
        by: eachPath,
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
      {
        policy: "default-src; script-src 'self'",
        by: eachPath,
        blocks: ['https://page.test/', 'https://api.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'default-src-no-other-fallback',
    title: 'No other directive stands in for connect-src, and none restricts connections',
    spec: 'CSP#directive-fallback-list',
    documents: [
      "script-src 'self'",
      "img-src 'none'",
      "child-src 'self'; frame-src 'self'; worker-src 'self'",
      "object-src 'none'; media-src 'none'; font-src 'none'; manifest-src 'none'",
      "style-src 'none'",
      "form-action 'none'; base-uri 'none'",
      "script-src-elem 'self'; script-src-attr 'none'",
      "navigate-to 'none'; prefetch-src 'none'",
      "webrtc 'block'",
      "require-trusted-types-for 'script'; trusted-types default",
    ].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
    })),
  },
  {
    id: 'default-src-duplicates',
    title: 'The first `default-src` of a policy counts; a later connect-src still replaces it',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: "default-src 'self' https://api.test; default-src *",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "DEFAULT-SRC 'self'; Default-Src *; Connect-SRC https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://page.test/', 'https://third.test/', 'wss://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
