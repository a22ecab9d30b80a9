import rule from '../../../harness/advice/rules/every-policy.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src *', meta: "connect-src 'self'", url: 'https://api.example.com/v1' },
      /^Header policy 1 would let it through, but every policy has to. A `<meta>` beside a header/,
    ],
    [
      { policy: ['img-src *', "connect-src 'self'"], url: 'https://api.example.com/v1' },
      /^Header policy 1 would.* A second policy only takes away/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: ['connect-src *', 'img-src *'], url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", reportOnly: 'connect-src *', url: 'https://api.example.com/v1' },
  ],
});
