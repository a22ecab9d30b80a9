import rule from '../../../harness/advice/rules/schemes.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: 'connect-src https://api.example.com',
        self: 'http://app.example.com/',
        url: 'http://api.example.com/',
      },
      /`https:\/\/api.example.com` is for `https:` only/,
      'http://api.example.com',
    ],
    [
      { policy: 'connect-src api.example.com', url: 'http://api.example.com/' },
      /takes its scheme from the page/,
    ],
  ],
  isSilent: [
    {
      policy: 'connect-src api.example.com',
      self: 'http://app.example.com/',
      url: 'https://api.example.com/',
    },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
