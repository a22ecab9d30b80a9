import rule from '../../../harness/advice/rules/fails-all-the-same.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [{ policy: 'connect-src *', url: 'http://api.example.com/' }, /It is mixed content/],
    [{ policy: 'connect-src *', url: 'http://api.example.com/', mixedContent: true }, /It is mixed content/],
    [{ policy: 'connect-src *', url: 'https://api.example.com:6667/' }, /Fetch refuses its port/],
    [
      { policy: 'connect-src *', url: 'wss://api.example.com/', redirects: ['https://b.test/'] },
      /follows no redirects/,
    ],
    [
      { policy: 'connect-src *', url: 'https://api.example.com/v1', redirects: ['data:,a'] },
      /to a URL that is not http: or https:/,
    ],
    [
      { policy: 'connect-src *', url: 'https://api.example.com/v1', redirects: ['https://['] },
      /something that is no URL/,
    ],
    [
      {
        policy: 'connect-src *',
        url: 'https://api.example.com/v1',
        redirects: Array.from({ length: 21 }, (_, n) => `/${n}`),
      },
      /more than 20 times/,
    ],
    [
      { policy: 'connect-src *', url: 'https://api.example.com/v1', request: { mode: 'same-origin' } },
      /its mode is same-origin/,
    ],
    [
      { policy: 'connect-src ftp:', self: 'http://app.example.com/', url: 'ftp://api.example.com/' },
      /answers no such URL/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
