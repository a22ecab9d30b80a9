import { parseUrl } from '../../../harness/spec/url-record.ts';
import { ask, type Table } from './table.ts';

const written = (input: string, expected: string) => ({
  name: `${input} is ${expected}`,
  actual: () => parseUrl(input)?.href,
  expected,
});

export const urls: Table = {
  section: 'URL#path-percent-encode-set',
  cases: [
    written('https://b.test/a^b?c^d#e^f', 'https://b.test/a%5Eb?c^d#e^f'),
    written('wss://b.test/^/^', 'wss://b.test/%5E/%5E'),
    written('custom://b.test/^', 'custom://b.test/%5E'),
    written('data:a^b', 'data:a^b'),
    written('blob:https://page.test/^', 'blob:https://page.test/^'),
    {
      name: 'a path is encoded in what leaves and in what is reported, of redirects too',
      actual: () => {
        const url = 'https://b.test/^/x?^';
        const { contacted, violations } = ask({
          policy: 'connect-src b.test',
          url,
          redirects: ['^', '//c.test/'],
        });
        return [contacted, violations.map(({ blockedURI }) => blockedURI)];
      },
      expected: [['https://b.test/%5E/x?^', 'https://b.test/%5E/%5E'], ['https://b.test/%5E/x?^']],
    },
    {
      name: 'a source that encodes it matches it',
      actual: () => ask({ policy: 'connect-src https://b.test/a%5Eb', url: 'https://b.test/a^b' }).verdict,
      expected: 'allowed',
    },
  ],
};
