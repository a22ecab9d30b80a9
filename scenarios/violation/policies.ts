import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everything, http } from '../shared/mechanisms.ts';

export default [
  {
    id: 'violation-event-for-each-policy',
    title:
      'Each policy that blocks fires an event of its own, in its own words; one that consents fires none',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: ["connect-src 'none'", 'connect-src https://api.test'],
        by: everything,
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: ['connect-src https://api.test', 'connect-src https://third.test'],
        by: [...http, 'WebSocket'],
        blocks: ['https://api.test/', 'https://third.test/', 'https://other.test/', 'wss://other.test/'],
      },
      {
        policy: "connect-src https://api.test, connect-src 'self'",
        by: eachPath,
        blocks: ['https://third.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        meta: ["default-src 'self'; connect-src https://other.test", 'connect-src https://page.test'],
        by: eachPath,
        blocks: ['https://third.test/', 'https://other.test/'],
      },
      {
        policy: ["default-src 'self'", 'connect-src https://api.test'],
        by: eachPath,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'violation-event-for-each-of-identical-policies',
    title: 'Two policies in the same words are two policies: both fire an event',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: ['connect-src https://api.test', 'connect-src https://api.test'],
        by: [...http, 'WebSocket'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        meta: 'connect-src https://api.test',
        by: eachPath,
        blocks: ['https://third.test/'],
      },
    ],
  },
  {
    id: 'violation-event-for-each-of-policies-that-say-the-same',
    title: 'Each event carries its own policy as it was written, where another says the same in other words',
    spec: 'CSP#violation-policy',
    documents: [
      {
        reportOnly: ["connect-src 'none'", 'connect-src', 'connect-src'],
        by: 'fetch',
        allows: ['https://api.test/'],
      },
      {
        policy: ["connect-src 'none'", 'connect-src', 'connect-src'],
        by: 'fetch',
        blocks: ['https://api.test/'],
      },
    ],
  },
  {
    id: 'violation-event-of-report-only',
    title: 'A report-only policy fires an event with disposition "report" and lets the request go',
    spec: 'CSP#report-for-request',
    documents: [
      {
        reportOnly: "connect-src 'none'",
        by: everything,
        allows: ['https://api.test/', 'wss://api.test/'],
      },
      { reportOnly: "default-src 'self'", by: eachPath, allows: ['https://api.test/'] },
      {
        reportOnly: ["connect-src 'none'", 'connect-src https://api.test', 'connect-src https://third.test'],
        by: eachPath,
        allows: ['https://third.test/'],
      },
      {
        reportOnly: "connect-src 'none'",
        context: 'worker',
        by: [...http, 'WebSocket'],
        allows: ['https://api.test/', 'wss://api.test/'],
      },
    ],
  },
  {
    id: 'violation-events-of-both-dispositions',
    title: 'Enforced and report-only policies report side by side, each by its own disposition',
    spec: 'CSP#should-block-request',
    documents: [
      {
        policy: 'connect-src https://api.test',
        reportOnly: "connect-src 'none'",
        by: everything,
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: "connect-src 'none'",
        reportOnly: 'connect-src https://third.test wss://third.test',
        by: [...http, 'WebSocket'],
        blocks: ['https://third.test/', 'wss://third.test/'],
      },
      {
        policy: 'connect-src https://api.test',
        reportOnly: 'connect-src https://api.test',
        by: eachPath,
        blocks: ['https://third.test/'],
      },
    ],
  },
] satisfies Scenario[];
