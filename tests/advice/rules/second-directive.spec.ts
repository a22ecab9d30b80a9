import rule from '../../../harness/advice/rules/second-directive.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: "connect-src 'self'; Connect-Src https://api.example.com",
        url: 'https://api.example.com/v1',
      },
      /`https:\/\/api.example.com` is ignored/,
    ],
  ],
  isSilent: [{ policy: "connect-src 'self'", url: 'https://api.example.com/v1' }],
});
