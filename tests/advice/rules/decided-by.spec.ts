import rule from '../../../harness/advice/rules/decided-by.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
      /^Header policy 1 blocks `https:\/\/api.example.com\/v1`, before anything leaves: its `connect-src` has no source that matches: `'self'`\.$/,
    ],
    [{ policy: 'default-src', url: 'https://api.example.com/v1' }, /its `default-src` has no sources/],
    [{ policy: ['img-src *', 'connect-src a.test'], url: 'https://api.example.com/v1' }, /^Header policy 2 /],
    [
      { policy: 'connect-src *', meta: "connect-src 'none'", url: 'https://api.example.com/v1' },
      /^`<meta>` policy 1 blocks/,
    ],
    [
      {
        policy: 'connect-src api.example.com',
        url: 'https://api.example.com/v1',
        redirects: ['/v2', 'https://b.test/x'],
      },
      /blocks `https:\/\/b.test\/x`, at redirect 2,/,
    ],
    [
      {
        context: 'blob-worker',
        creator: { self: 'https://app.example.com/', policy: "connect-src 'self'" },
        url: 'https://api.example.com/v1',
      },
      /^Header policy 1 of the creator blocks/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { reportOnly: "connect-src 'none'", url: 'https://api.example.com/v1' },
  ],
});
