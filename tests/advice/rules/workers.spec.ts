import rule from '../../../harness/advice/rules/workers.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", context: 'worker', url: 'https://api.example.com/v1' },
      /The header to change is that of the script/,
    ],
    [
      { context: 'shared-worker', url: 'https://api.example.com/v1' },
      /This one has none, so nothing holds it back/,
    ],
    [
      { policy: "connect-src 'self'", context: 'blob-worker', url: 'https://api.example.com/v1' },
      /has a copy of the policies of the document/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src *', context: 'worker', url: 'https://api.example.com/v1' },
  ],
});
