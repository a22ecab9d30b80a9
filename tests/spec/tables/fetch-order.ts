import type { Question } from '../../../harness/spec/explain.ts';
import { course } from './course.ts';
import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';

const refused = (url: string, refusesCredentials?: boolean) =>
  ask({ url, ...(refusesCredentials === undefined ? {} : { request: { refusesCredentials } }) }).by;

const request: Table = {
  section: 'FETCH#dom-request',
  cases: [
    {
      name: 'a user name or a password is refused by an API that does so, and by no other',
      actual: () =>
        ['https://u@b.test/', 'https://:p@b.test/', 'https://b.test/'].map((url) => [
          refused(url, true),
          refused(url, false),
          refused(url),
        ]),
      expected: [
        ['url', null, null],
        ['url', null, null],
        [null, null, null],
      ],
    },
    course(
      'before any policy is asked, and nothing leaves',
      { policy: "connect-src 'none'", url: 'https://u:p@b.test/', request: { refusesCredentials: true } },
      ['blocked', null, []],
    ),
  ],
};

const main: Table = {
  section: 'FETCH#concept-main-fetch',
  cases: [
    course('an allowed request leaves', { policy: 'connect-src b.test', url: b }, ['allowed', null, [b]]),
    course('a blocked one does not', { policy: "connect-src 'none'", url: b }, ['blocked', 0, []]),
    course('what leaves has no fragment and no userinfo', { url: 'https://u:p@b.test/a?q#f' }, [
      'allowed',
      null,
      ['https://b.test/a?q'],
    ]),
    course('data: goes nowhere', { url: 'data:,x' }, ['allowed', null, []]),
    course('a WebSocket leaves over http', { url: 'ws://b.test:81/x', self: 'http://page.test/' }, [
      'allowed',
      null,
      ['http://b.test:81/x'],
    ]),
    {
      name: 'a bad port stops what CSP allows',
      actual: () => {
        const { verdict, contacted, alsoBlockedBy } = ask({
          policy: 'connect-src *',
          url: 'https://b.test:6000/',
        });
        return [verdict, contacted, alsoBlockedBy];
      },
      expected: ['allowed', [], ['bad-port']],
    },
    {
      name: 'no violation is certain when a bad port has stopped the request',
      actual: () =>
        ask({ policy: "connect-src 'none'", url: 'https://b.test:6000/' }).violations.map(
          ({ optional }) => optional,
        ),
      expected: [true],
    },
    ...(
      [
        ['another origin', b, 'manual', [[], ['redirect-mode']]],
        ['another origin', b, 'error', [[], ['redirect-mode']]],
        ['another origin', b, 'follow', [[b], []]],
        ['its own', 'https://page.test/', 'manual', [['https://page.test/'], []]],
        ['a data: URL', 'data:,x', 'error', [[], []]],
      ] as const
    ).map(([what, url, redirect, expected]) => ({
      name: `without CORS, ${what} in redirect mode ${redirect}`,
      actual: () => {
        const { contacted, alsoBlockedBy } = ask({ url, request: { mode: 'no-cors', redirect } });
        return [contacted, alsoBlockedBy];
      },
      expected,
    })),
    {
      name: 'CSP is asked before that, and reports',
      actual: () => {
        const request = { mode: 'no-cors', redirect: 'manual' } as const;
        const { by, violations } = ask({ policy: "connect-src 'none'", url: b, request });
        return [by, violations.length];
      },
      expected: ['csp', 1],
    },
    {
      name: 'the port of another scheme is never bad',
      actual: () => ask({ self: 'http://page.test/', url: 'ftp://b.test:6000/' }).alsoBlockedBy,
      expected: ['not-fetchable'],
    },
    course(
      'of another origin nothing leaves in mode same-origin',
      { url: b, request: { mode: 'same-origin' } },
      ['allowed', null, []],
    ),
    {
      name: 'and the fetch fails; of its own it does not',
      actual: () =>
        [b, 'https://page.test/', 'data:,x', 'blob:https://page.test/1'].map(
          (url) => ask({ url, request: { mode: 'same-origin' } }).alsoBlockedBy,
        ),
      expected: [['same-origin-mode'], [], [], []],
    },
  ],
};

/** What cannot be fetched, in a mode: what else blocks it, and how often a report-only policy that forbids it is told. */
const scheme = (url: string, mode: string, fetched: boolean, more: Partial<Question> = {}): Case => ({
  name: `${url} in mode ${mode} ${fetched ? 'has a response to check' : 'is a network error: one report, at the request'}`,
  actual: () => {
    const reportOnly = "connect-src 'none'";
    const { verdict, alsoBlockedBy, violations } = ask({ reportOnly, url, ...more, request: { mode } });
    return [verdict, alsoBlockedBy, violations.map(({ times, optional }) => [times, optional])];
  },
  expected: fetched ? ['allowed', [], [[2, false]]] : ['allowed', ['not-fetchable'], [[1, false]]],
});

const insecurePage = { self: 'http://page.test/' };
const opaque = { context: 'sandboxed' } as const;

const schemes: Table = {
  section: 'FETCH#concept-scheme-fetch',
  cases: [
    scheme('ftp://b.test/', 'cors', false, insecurePage),
    scheme('ftp://b.test/', 'no-cors', false, insecurePage),
    scheme('ws://b.test/', 'cors', false, insecurePage),
    scheme('ws://b.test/', 'websocket', true, insecurePage),
    scheme('file:///x', 'no-cors', false),
    scheme('custom:x', 'cors', false, insecurePage),
    scheme('about:blank', 'cors', false),
    scheme('about:blank', 'no-cors', true),
    scheme('about:srcdoc', 'no-cors', false),
    scheme('data:,x', 'cors', true),
    scheme('data:x?,', 'cors', true),
    scheme('data:x', 'cors', false),
    scheme('blob:https://page.test/1', 'cors', true),
    scheme('blob:https://b.test/1', 'cors', false),
    scheme('blob:https://b.test/1', 'no-cors', false),
    scheme('blob:https://page.test/1', 'cors', false, opaque),
    scheme('blob:null/1', 'cors', true, opaque),
    scheme('blob:null/1', 'cors', false, insecurePage),
    {
      name: 'a new document may have the blob: URL of another origin',
      actual: () => {
        const request = { mode: 'navigate', destination: 'document' };
        return ask({ url: 'blob:https://b.test/1', request }).alsoBlockedBy;
      },
      expected: [],
    },
  ],
};

export const fetchOrder: Table[] = [request, main, schemes];
