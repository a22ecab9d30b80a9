import rule from '../../../harness/advice/rules/redirects.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: 'connect-src api.example.com',
        url: 'https://api.example.com/v1',
        redirects: ['https://files.example.net/a?sig=1'],
      },
      /`https:\/\/api.example.com\/v1` was allowed; `https:\/\/files.example.net\/a\?sig=1`, to which redirect 1 leads, was not/,
    ],
    [
      {
        policy: "connect-src 'self'",
        url: 'https://api.example.com/v1',
        redirects: ['https://files.example.net/a'],
      },
      /Its redirects are not reached/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    {
      policy: 'connect-src *',
      url: 'https://api.example.com/v1',
      redirects: ['https://files.example.net/a'],
    },
  ],
});
