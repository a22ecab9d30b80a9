import rule from '../../../harness/advice/rules/exact-path.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src https://api.example.com/v1', url: 'https://api.example.com/v1/users' },
      /does not end in a slash, so it is exactly this path/,
      'https://api.example.com/v1/',
    ],
    [
      { policy: 'connect-src https://api.example.com/v1/', url: 'https://api.example.com/v1' },
      /and not for `\/v1` itself/,
      'https://api.example.com/v1',
    ],
    [
      { policy: 'connect-src https://api.example.com/V1', url: 'https://api.example.com/v1' },
      /capitals and small letters differ/,
    ],
    [
      { policy: 'connect-src https://api.example.com/v1/*', url: 'https://api.example.com/v1/a' },
      /has no wildcard/,
    ],
    [
      { policy: 'connect-src https://api.example.com/v2/', url: 'https://api.example.com/v1?a' },
      /has a path that `\/v1` is not below. Queries are never compared/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src https://api.example.com/v1', url: 'https://api.example.com/v1?q' },
    { policy: 'connect-src https://api.example.com', url: 'https://b.test/a' },
    {
      policy: 'connect-src https://api.example.com/a',
      url: 'https://api.example.com/a',
      redirects: ['https://b.test/'],
    },
  ],
});
