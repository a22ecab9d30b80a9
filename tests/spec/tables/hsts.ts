import { ask, type Case, type Table } from './table.ts';

const self = 'http://page.test/';

const known = (name: string, policy: string, url: string, hsts: string[], expected: unknown): Case => ({
  name,
  actual: () => {
    const { verdict, contacted, violations } = ask({ policy, self, url, hsts });
    return [verdict, contacted, violations.length];
  },
  expected,
});

const insecure = 'http://b.test/';
const secure = 'https://b.test/';

/** FETCH#concept-main-fetch step 10: after the policies, and before the response. */
export const hsts: Table[] = [
  {
    section: 'FETCH#concept-main-fetch',
    cases: [
      known(
        'HSTS sends over https what a policy allows',
        'connect-src b.test',
        insecure,
        ['b.test'],
        ['allowed', [secure], 0],
      ),
      known(
        'it does not rescue a list of https:',
        'connect-src https:',
        insecure,
        ['b.test'],
        ['blocked', [], 1],
      ),
      known(
        'the response is checked by its https: URL',
        'connect-src http://b.test:80',
        insecure,
        ['b.test'],
        ['blocked', [secure], 1],
      ),
      known(
        'unless the host is not known',
        'connect-src http://b.test:80',
        insecure,
        ['c.test', 'a.b.test'],
        ['allowed', [insecure], 0],
      ),
      known(
        'a host below a known one is known',
        'connect-src *.b.test',
        'http://a.b.test/',
        ['b.test'],
        ['allowed', ['https://a.b.test/'], 0],
      ),
      known(
        'a host that only ends like it is not',
        'connect-src *',
        'http://ab.test/',
        ['b.test'],
        ['allowed', ['http://ab.test/'], 0],
      ),
      known(
        'a port stays',
        'connect-src b.test:8080',
        'http://b.test:8080/',
        ['b.test'],
        ['allowed', ['https://b.test:8080/'], 0],
      ),
      ...['http://127.0.0.1/', 'http://a.localhost/', 'http://localhost./'].map((url) =>
        known(
          `${url} is exempt`,
          'img-src *',
          url,
          ['127.0.0.1', 'localhost', 'localhost.'],
          ['allowed', [url], 0],
        ),
      ),
      known(
        'a WebSocket goes the same way',
        'connect-src b.test',
        'ws://b.test/',
        ['b.test'],
        ['allowed', [secure], 0],
      ),
      ...(
        [
          ['connect-src http://b.test:80', insecure, 'blocked'],
          ['connect-src http://b.test:80', 'ws://b.test/', 'blocked'],
          ['connect-src http://b.test', insecure, undefined],
          ['connect-src https:', insecure, undefined],
          ['connect-src http://b.test:80', 'http://localhost/', undefined],
        ] as const
      ).map(([policy, url, expected]) => ({
        name: `${policy}, ${url}: under HSTS ${expected ?? 'the same'}`,
        actual: () => ask({ policy, self, url }).underHsts,
        expected,
      })),
      {
        name: 'where the hosts are named nothing more is said',
        actual: () =>
          ask({ policy: 'connect-src http://b.test:80', self, url: insecure, hsts: [] }).underHsts,
        expected: undefined,
      },
      {
        name: 'a redirect without a scheme leads to https: as well, and so past a policy',
        actual: () => {
          const policy = 'connect-src http://b.test https://c.test';
          const { verdict, underHsts } = ask({
            ...{ policy, self: 'http://page.test/', url: 'http://b.test/' },
            redirects: ['//c.test/'],
          });
          return [verdict, underHsts];
        },
        expected: ['blocked', 'allowed'],
      },
      {
        name: 'of a redirect to http: it is said as well',
        actual: () =>
          ask({
            policy: 'connect-src http://b.test:80 http://c.test',
            self,
            url: 'https://c.test/',
            redirects: [insecure],
          }).underHsts,
        expected: 'blocked',
      },
    ],
  },
];
