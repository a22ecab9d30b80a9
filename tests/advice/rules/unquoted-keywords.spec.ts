import rule from '../../../harness/advice/rules/unquoted-keywords.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src self', url: 'https://app.example.com/a' },
      /`self` is a host of the name `self`/,
      "'self'",
    ],
    [{ policy: 'connect-src "self"', url: 'https://app.example.com/a' }, /is no source at all/, "'self'"],
    [{ policy: 'connect-src none', url: 'https://api.example.com/v1' }, /single quotes, `'none'`/],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src selfish', url: 'https://app.example.com/a' },
  ],
});
