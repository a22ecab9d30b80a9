import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';
const c = 'https://c.test/';

type Answer = NonNullable<Parameters<typeof ask>[0]['serviceWorker']>;
type Request = NonNullable<Parameters<typeof ask>[0]['request']>;

/** Verdict, what else fails, what leaves, and how many violations, under a policy that allows b.test alone. */
const worker = (name: string, serviceWorker: Answer, request: Request, expected: unknown): Case => ({
  name,
  actual: () => {
    const { verdict, alsoBlockedBy, contacted, violations } = ask({
      policy: 'connect-src b.test',
      url: b,
      serviceWorker,
      request,
    });
    return [verdict, alsoBlockedBy, contacted, violations.length];
  },
  expected,
});

const refused = ['allowed', ['service-worker-answer'], [], 0];
const taken = ['allowed', [], [], 0];

/** What a service worker may answer a request with, and what is then checked. */
export const serviceWorkers: Table = {
  section: 'FETCH#concept-http-fetch',
  cases: [
    worker(
      'an error is an error, and no response is checked',
      { responseUrl: null, type: 'error' },
      {},
      refused,
    ),
    worker('an opaque response is none for CORS', { responseUrl: c, type: 'opaque' }, {}, refused),
    worker(
      'but for no-cors, and its URL is checked',
      { responseUrl: c, type: 'opaque' },
      { mode: 'no-cors' },
      ['blocked', [], [], 1],
    ),
    worker(
      'a CORS response is no answer in mode same-origin',
      { responseUrl: c, type: 'cors' },
      { mode: 'same-origin' },
      ['allowed', ['same-origin-mode'], [], 0],
    ),
    {
      name: 'not even to its own origin',
      actual: () =>
        ask({
          url: 'https://page.test/',
          serviceWorker: { responseUrl: c, type: 'cors' },
          request: { mode: 'same-origin' },
        }).alsoBlockedBy,
      expected: ['service-worker-answer'],
    },
    worker(
      'an opaque-redirect response answers in redirect mode manual',
      { responseUrl: b, type: 'opaqueredirect' },
      { redirect: 'manual' },
      taken,
    ),
    worker('and in no other', { responseUrl: b, type: 'opaqueredirect' }, {}, refused),
    worker('after redirects it answers in mode follow', { responseUrl: b, redirected: true }, {}, taken),
    ...(['manual', 'error'] as const).map((redirect) =>
      worker(`and not in mode ${redirect}`, { responseUrl: b, redirected: true }, { redirect }, refused),
    ),
    worker('a redirect of its own is one of the page', { responseUrl: null, location: c }, {}, [
      'blocked',
      [],
      [],
      1,
    ]),
    worker('and allowed where its target is', { responseUrl: null, location: `${b}x` }, {}, taken),
    worker('not followed in mode manual', { responseUrl: null, location: c }, { redirect: 'manual' }, taken),
    worker('an error in mode error', { responseUrl: null, location: c }, { redirect: 'error' }, [
      'allowed',
      ['redirect-mode'],
      [],
      0,
    ]),
    {
      name: 'the path of its target does not count',
      actual: () => {
        const serviceWorker = { responseUrl: null, location: `${c}elsewhere` };
        return ask({ policy: 'connect-src b.test https://c.test/a', url: b, serviceWorker }).verdict;
      },
      expected: 'allowed',
    },
  ],
};
