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

/** The check of a response, by its URL. */
export const responses: Table = {
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
