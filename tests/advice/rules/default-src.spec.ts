import rule from '../../../harness/advice/rules/default-src.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "default-src 'self' 'nonce-abc' cdn.test", url: 'https://api.example.com/v1' },
      /has no `connect-src`, so `default-src` decides.*repeat what is still needed of `'self'` and `cdn.test`\.$/,
    ],
    [
      { policy: "default-src 'none'", url: 'https://api.example.com/v1' },
      /nothing in it that would have to be repeated/,
    ],
    [{ reportOnly: "default-src 'self'", url: 'https://api.example.com/v1' }, /^Report-only policy 1 has no/],
  ],
  isSilent: [
    { policy: "default-src *; connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'default-src *', url: 'https://api.example.com/v1' },
  ],
});
