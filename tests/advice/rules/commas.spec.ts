import rule from '../../../harness/advice/rules/commas.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self', https://api.example.com", url: 'https://api.example.com/v1' },
      /`https:\/\/api.example.com` after it is read as a directive/,
      'https://api.example.com',
    ],
    [
      { meta: "connect-src https://api.example.com, 'self'", url: 'https://api.example.com/v1' },
      /In a `<meta>` a comma separates nothing: `https:\/\/api.example.com,` is no source/,
      'https://api.example.com',
    ],
    [
      { meta: 'connect-src a.test,https://api.example.com/,b.test', url: 'https://api.example.com/v1' },
      /is no source/,
      'https://api.example.com/',
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self', img-src *", url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
