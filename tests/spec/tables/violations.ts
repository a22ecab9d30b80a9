import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';

const none = "connect-src 'none'";
const times = (name: string, question: Parameters<typeof ask>[0], expected: unknown[]): Case => ({
  name,
  actual: () =>
    ask(question).violations.map((violation) => [
      violation.disposition,
      violation.times,
      violation.atLeastOnce,
    ]),
  expected,
});

/** The violations of a request: their fields, and how often each is reported. */
export const violations: Table = {
  section: 'CSP#create-violation-for-request',
  cases: [
    {
      name: 'all fields',
      actual: () =>
        ask({
          policy: "default-src 'none'; report-to g",
          page: 'https://u:p@page.test/p?q#f',
          referrer: 'https://r.test/x#f',
          status: 404,
          url: 'https://u:p@b.test/a?q#f',
        }).violations,
      expected: [
        {
          disposition: 'enforce',
          effectiveDirective: 'connect-src',
          violatedDirective: 'connect-src',
          blockedURI: 'https://b.test/a?q',
          documentURI: 'https://page.test/p?q',
          referrer: 'https://r.test/x',
          statusCode: 404,
          originalPolicy: "default-src 'none'; report-to g",
          sample: '',
          target: 'document',
          policyIndex: 0,
          times: 1,
          atLeastOnce: false,
          optional: false,
        },
      ],
    },
    {
      name: 'blockedURI is the URL before redirects',
      actual: () =>
        ask({ policy: 'connect-src b.test', url: b, redirects: [c] }).violations.map(
          ({ blockedURI }) => blockedURI,
        ),
      expected: [b],
    },
    ...(
      [
        ['data:,x', 'data'],
        ['blob:https://page.test/1', 'blob'],
        ['about:blank', 'about'],
        ['custom:x', 'custom'],
        ['wss://b.test/x', 'https://b.test/x'],
        ['ws://b.test/x', 'http://b.test/x'],
      ] as const
    ).map(([url, expected]) => ({
      name: `${url} is shown as ${expected}`,
      actual: () => ask({ policy: none, url }).violations[0]?.blockedURI,
      expected,
    })),
    {
      name: 'the status is 200 unless it is known, and the page the one the policies came with',
      actual: () => {
        const violation = ask({ policy: none, url: b }).violations[0];
        return [violation?.statusCode, violation?.documentURI, violation?.referrer];
      },
      expected: [200, 'https://page.test/', undefined],
    },
    ...(
      [
        ['about-blank', null],
        ['about-blank-popup', null],
        ['srcdoc', 404],
        ['worker', 404],
      ] as const
    ).map(([context, expected]) => ({
      name: `the status in ${context} is ${expected}`,
      actual: () => ask({ policy: none, url: b, context, status: 404 }).violations[0]?.statusCode,
      expected,
    })),
    {
      name: 'a worker hears of it itself',
      actual: () => ask({ policy: none, url: b, context: 'worker' }).violations[0]?.target,
      expected: 'worker',
    },
    {
      name: 'an allowed connection has none',
      actual: () => ask({ policy: 'connect-src b.test', url: b }).violations,
      expected: [],
    },
    {
      name: 'no event is certain where no step fires it',
      actual: () => {
        const request = { destination: 'webidentity', violationsOptional: true };
        const { verdict, violations } = ask({ policy: none, reportOnly: none, url: b, request });
        return [verdict, violations.map(({ optional }) => optional)];
      },
      expected: ['blocked', [true, true]],
    },
    times('enforced: once', { policy: none, url: b }, [['enforce', 1, false]]),
    times('report-only: at the request and at the response', { reportOnly: none, url: b }, [
      ['report', 2, true],
    ]),
    times('report-only: at each hop', { reportOnly: none, url: b, redirects: [c] }, [['report', 3, true]]),
    times('report-only comes first, and ends with the block', { policy: none, reportOnly: none, url: b }, [
      ['report', 1, true],
      ['enforce', 1, false],
    ]),
    times('one for each policy', { policy: [none, none, 'connect-src *'], url: b }, [
      ['enforce', 1, false],
      ['enforce', 1, false],
    ]),
  ],
};
