import rule from '../../../harness/advice/rules/local-schemes.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self' *", url: 'data:text/plain,a' },
      /Neither `'self'` nor `\*` covers `data:`.*carries its own content/,
      'data:',
    ],
    [
      { policy: "connect-src 'self'", url: 'blob:https://app.example.com/1' },
      /only the source `blob:` does/,
      'blob:',
    ],
  ],
  isSilent: [
    { policy: 'connect-src data:', url: 'data:,a' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
