import rule from '../../../harness/advice/rules/opaque-self.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", self: 'opaque', url: 'https://api.example.com/v1' },
      /`opaque`, whose origin is opaque. `'self'` can match nothing/,
    ],
    [
      { policy: 'connect-src api.example.com', self: 'opaque', url: 'https://api.example.com/v1' },
      /`api.example.com`, which has no scheme of its own, can match nothing/,
    ],
    [
      { policy: "sandbox allow-scripts; connect-src 'self'", url: 'https://app.example.com/a' },
      /Requests carry `Origin: null`/,
    ],
    [
      { policy: "connect-src 'self'", context: 'sandboxed', url: 'https://api.example.com/v1' },
      /WebKit differs/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: "sandbox allow-same-origin; connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src https://b.test', self: 'opaque', url: 'https://api.example.com/v1' },
  ],
});
