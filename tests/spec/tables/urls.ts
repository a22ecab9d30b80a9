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
      name: 'an empty query keeps its ? in what leaves and in what is reported; a null one has none',
      actual: () =>
        ['/x?', '/x?#f', '/x?#?', '/x', '/x#?', '/x?q#?'].map((rest) => {
          const url = `https://b.test${rest}`;
          const { violations } = ask({ policy: "connect-src 'none'", url, page: `https://page.test${rest}` });
          const [violation] = violations;
          return [...ask({ url }).contacted, violation?.blockedURI, violation?.documentURI].map((text) =>
            text?.slice(text.indexOf('.test') + 5),
          );
        }),
      expected: ['/x?', '/x?', '/x?', '/x', '/x', '/x?q'].map((rest) => [rest, rest, rest]),
    },
    {
      name: 'so does an upgraded one',
      actual: () => ask({ policy: 'upgrade-insecure-requests', url: 'http://b.test/x?' }).contacted,
      expected: ['https://b.test/x?'],
    },
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
