import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, everyInsecureHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#report-for-request: a report-only policy is heard of, and never obeyed. */
export default [
  {
    id: 'report-only-blocks-nothing',
    title: 'A report-only policy blocks nothing, and an event tells what it would have blocked',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: "connect-src 'none'",
        by: [...everyHttp, ...webSockets],
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        page: 'http://page.test/',
        reportOnly: "connect-src 'self'",
        by: [...everyInsecureHttp, ...webSockets],
        allows: ['http://page.test/', 'http://api.test/', 'ws://api.test/', 'wss://page.test/'],
      },
    ],
  },
  {
    id: 'report-only-beside-enforced',
    title: 'Of an enforced and a report-only policy each does its own part',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: 'connect-src https://api.test https://third.test',
        reportOnly: 'connect-src https://api.test',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/', 'https://third.test/', 'wss://third.test/'],
        blocks: ['https://page.test/', 'wss://page.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        reportOnly: 'connect-src https://third.test',
        by: eachPath,
        allows: ['https://api.test/', 'wss://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/', 'https://page.test/'],
      },
      {
        policy: "connect-src 'none'",
        reportOnly: 'connect-src *',
        by: eachPath,
        blocks: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'report-only-several',
    title: 'Several report-only policies each report, and none blocks',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: ["connect-src 'none'", 'connect-src https://api.test', "default-src 'self'"],
        by: eachPath,
        allows: ['https://api.test/', 'https://third.test/', 'wss://third.test/'],
      },
      {
        reportOnly: "connect-src 'none', connect-src https://api.test",
        by: eachPath,
        allows: ['https://api.test/', 'https://third.test/', 'wss://third.test/'],
      },
    ],
  },
  {
    id: 'report-only-same-text-as-enforced',
    title: 'The same policy enforced and report-only blocks once and reports under each disposition',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: "connect-src 'self'",
        reportOnly: "connect-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'wss://page.test/'],
        blocks: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'report-only-and-default-src',
    title: 'A report-only policy falls back to its `default-src`, and its event still names connect-src',
    spec: 'CSP#directive-fallback-list',
    documents: [
      {
        reportOnly: "default-src 'self'",
        by: eachPath,
        allows: ['https://page.test/', 'https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'report-only-and-local-schemes',
    title: 'A report-only policy lets data: and blob: URLs be read, and reports them',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: "connect-src 'self'",
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: ['data:text/plain,ok', 'blob:'],
      },
    ],
  },
] satisfies Scenario[];
