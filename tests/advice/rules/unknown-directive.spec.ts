import rule from '../../../harness/advice/rules/unknown-directive.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: "default-src 'self'; connect_src https://api.example.com",
        url: 'https://api.example.com/v1',
      },
      /a directive `connect_src`, which does not exist/,
    ],
  ],
  isSilent: [
    { policy: "default-src 'self'; script-src 'self'", url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
