import rule from '../../../harness/advice/rules/unusable-url.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [{ policy: 'connect-src *', url: '/v1' }, /No policy is asked.*\/v1/],
    [
      { policy: 'connect-src *', url: 'https://u:p@b.test/', request: { refusesCredentials: true } },
      /user name or a password, which this API refuses/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://u:p@b.test/' },
  ],
});
