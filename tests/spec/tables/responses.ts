import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';

const answered = (
  name: string,
  policy: string,
  responseUrl: string | null,
  expected: 'allowed' | 'blocked',
): Case => ({
  name,
  actual: () => ask({ policy, url: b, serviceWorker: { responseUrl } }).verdict,
  expected,
});

const response: Table = {
  section: 'CSP#should-block-response',
  cases: [
    answered('the URL of a service worker’s answer is checked', 'connect-src b.test', c, 'blocked'),
    answered('and allowed if it matches', 'connect-src b.test c.test', c, 'allowed'),
    answered('its path counts', 'connect-src b.test https://c.test/a', c, 'blocked'),
    answered('under default-src as well', 'default-src b.test', c, 'blocked'),
    answered('a response without a URL has the request’s', 'connect-src b.test', null, 'allowed'),
    answered('a request that is blocked gets no answer', 'connect-src c.test', c, 'blocked'),
    {
      name: 'the page itself contacts nothing',
      actual: () => ask({ url: b, serviceWorker: { responseUrl: c } }).contacted,
      expected: [],
    },
    {
      name: 'the violation is certain, and names the request',
      actual: () =>
        ask({ policy: 'connect-src b.test', url: b, serviceWorker: { responseUrl: c } }).violations.map(
          ({ blockedURI, optional }) => [blockedURI, optional],
        ),
      expected: [[b, false]],
    },
    {
      name: 'a report-only policy reports and does not block',
      actual: () => {
        const { verdict, violations } = ask({
          reportOnly: 'connect-src b.test',
          url: b,
          serviceWorker: { responseUrl: c },
        });
        return [verdict, violations.length];
      },
      expected: ['allowed', 1],
    },
    ...(
      [
        ['fetchLater() passes', { serviceWorkersMode: 'none' }],
        ['WebTransport passes', { mode: 'webtransport' }],
      ] as const
    ).map(([name, request]) => ({
      name: `${name} by the service worker`,
      actual: () => {
        const { verdict, contacted } = ask({
          policy: 'connect-src b.test',
          url: b,
          request,
          serviceWorker: { responseUrl: c },
        });
        return [verdict, contacted];
      },
      expected: ['allowed', [b]],
    })),
    ...['data:,x', 'blob:https://page.test/1'].map((url) => ({
      name: `no service worker is asked for ${url}`,
      actual: () =>
        ask({ policy: 'connect-src data: blob:', url, serviceWorker: { responseUrl: c } }).verdict,
      expected: 'allowed',
    })),
    {
      name: 'WebSockets pass no service worker',
      actual: () =>
        ask({ policy: 'connect-src b.test', url: 'wss://b.test/', serviceWorker: { responseUrl: c } })
          .contacted,
      expected: [b],
    },
    {
      name: 'an insecure answer is mixed content',
      actual: () => {
        const serviceWorker = { responseUrl: 'http://c.test/' };
        return [
          ask({ url: b, serviceWorker }).alsoBlockedBy,
          ask({ url: b, serviceWorker, mixedContent: true }).by,
        ];
      },
      expected: [['mixed-content'], 'mixed-content'],
    },
    {
      name: 'the expression that matched is the response’s',
      actual: () =>
        ask({ policy: 'connect-src b.test c.test', url: b, serviceWorker: { responseUrl: c } }).matched,
      expected: 'c.test',
    },
    {
      name: 'of a prefetch, whose response no directive checks, it is the request’s',
      actual: () => ask({ policy: 'default-src b.test', url: b, request: { initiator: 'prefetch' } }).matched,
      expected: 'b.test',
    },
    {
      name: 'a response to a WebTransport with hashes is checked by them alone',
      actual: () => {
        const request = { mode: 'webtransport', webTransportHashes: true };
        return ask({ policy: "connect-src 'unsafe-webtransport-hashes'", url: b, request }).verdict;
      },
      expected: 'allowed',
    },
    {
      name: 'a response to an image is checked by img-src',
      actual: () =>
        ask({
          policy: 'img-src b.test',
          url: b,
          request: { destination: 'image' },
          serviceWorker: { responseUrl: c },
        }).verdict,
      expected: 'blocked',
    },
  ],
};

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

const violations: Table = {
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

export const responses: Table[] = [response, violations];
