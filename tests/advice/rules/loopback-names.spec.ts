import rule from '../../../harness/advice/rules/loopback-names.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: 'connect-src http://localhost:3000',
        self: 'http://localhost:5173/',
        url: 'http://127.0.0.1:3000/',
      },
      /^`localhost` and `127.0.0.1` are different hosts.*no host matches an address/,
      'http://127.0.0.1:3000',
    ],
    [
      { policy: "connect-src 'self'", self: 'http://127.0.0.1:3000/', url: 'http://localhost:3000/' },
      /^`127.0.0.1` and `localhost` are different hosts/,
      'http://localhost:3000',
    ],
    [
      {
        policy: 'connect-src http://localhost:3000',
        self: 'http://localhost:3000/',
        url: 'http://[::1]:3000/a',
      },
      /No host in a source can be an IPv6 address. Connect to `http:\/\/localhost:3000\/a` instead/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", self: 'http://localhost:3000/', url: 'http://localhost:4000/' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    {
      policy: 'connect-src http://127.0.0.1:3000',
      self: 'http://localhost:3000/',
      url: 'http://127.0.0.1:3000/',
    },
  ],
});
