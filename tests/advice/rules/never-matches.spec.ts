import rule from '../../../harness/advice/rules/never-matches.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self' 'none'", url: 'https://api.example.com/v1' },
      /beside other sources is ignored/,
    ],
    [
      { policy: "connect-src 'self' 'nonce-abc'", url: 'https://api.example.com/v1' },
      /is for scripts and styles/,
    ],
    [
      { policy: "connect-src 'self' 'strict-dynamic'", url: 'https://api.example.com/v1' },
      /is for scripts and styles/,
    ],
    [
      { policy: "connect-src 'self' 'selff'", url: 'https://api.example.com/v1' },
      /is no keyword that CSP knows/,
    ],
    [
      { policy: "connect-src 'self' https://api.example.com/v1?a", url: 'https://api.example.com/v1' },
      /holds a query or a fragment/,
    ],
    [
      { policy: "connect-src 'self' http://[::1]:80", url: 'https://api.example.com/v1' },
      /holds an IPv6 address/,
    ],
    [
      { policy: "connect-src 'self' https://u@api.example.com", url: 'https://api.example.com/v1' },
      /holds a user name/,
    ],
    [
      { policy: "connect-src 'self' //api.example.com", url: 'https://api.example.com/v1' },
      /starts with two slashes/,
    ],
    [{ policy: "connect-src 'self' /v1", url: 'https://api.example.com/v1' }, /is a path alone/],
    [
      { policy: "connect-src 'self' https:api.example.com", url: 'https://api.example.com/v1' },
      /has a scheme without/,
    ],
    [
      { policy: "connect-src 'self' https://api.example.com//v1", url: 'https://api.example.com/v1' },
      /has a path that starts with two slashes/,
    ],
    [
      { policy: "connect-src 'self' https://my_api.example.com", url: 'https://api.example.com/v1' },
      /holds an underscore/,
    ],
    [
      { policy: "connect-src 'self' https://api.*.com", url: 'https://api.example.com/v1' },
      /has its wildcard in the wrong place/,
    ],
    [
      { policy: "connect-src 'self' api.example.com:https", url: 'https://api.example.com/v1' },
      /has a port that is no number/,
    ],
    [
      { policy: "connect-src 'self' api.example.com:", url: 'https://api.example.com/v1' },
      /is read as a scheme/,
    ],
    [
      { policy: "connect-src 'self' a!b", url: 'https://api.example.com/v1' },
      /is in no form that the grammar/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: "default-src 'self' 'nonce-abc' 'unsafe-inline'", url: 'https://api.example.com/v1' },
    { policy: "connect-src 'none'", url: 'https://api.example.com/v1' },
    { policy: "connect-src * 'nonce-abc'", url: 'https://api.example.com/v1' },
  ],
});
