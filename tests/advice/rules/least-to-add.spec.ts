import rule from '../../../harness/advice/rules/least-to-add.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
      /^The least to add: `https:\/\/api.example.com\/v1` to the `connect-src` of header policy 1. That is this path alone; `https:\/\/api.example.com` is all of the host\.$/,
      'https://api.example.com/v1',
    ],
    [
      { policy: "connect-src 'self'", meta: "default-src 'self'", url: 'https://api.example.com/' },
      /header policy 1, and `'self' https:\/\/api.example.com` to the `connect-src` of `<meta>` policy 1\.$/,
      'https://api.example.com',
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'http://api.example.com/' },
  ],
});
