import rule from '../../../harness/advice/rules/not-ascii.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src ‘self’; img-src *', url: 'https://api.example.com/v1' },
      /outside ASCII: `connect-src ‘self’`/,
    ],
  ],
  isSilent: [{ policy: "connect-src 'self'", url: 'https://api.example.com/v1' }],
});
