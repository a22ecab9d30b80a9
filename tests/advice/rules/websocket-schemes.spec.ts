import rule from '../../../harness/advice/rules/websocket-schemes.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src https:', url: 'wss://live.example.com/' },
      /own `wss:` URL, which `https:` does not cover/,
      'wss://live.example.com',
    ],
    [
      { policy: 'connect-src live.example.com', url: 'wss://live.example.com/a' },
      /which `live.example.com` does not cover/,
      'wss://live.example.com',
    ],
    [
      { policy: 'connect-src https: https://live.example.com', url: 'wss://live.example.com/' },
      /which `https:\/\/live.example.com` and `https:` do not cover/,
      'wss://live.example.com',
    ],
    [
      {
        context: 'srcdoc',
        creator: { self: 'https://app.example.com/', policy: "connect-src 'self'" },
        url: 'wss://app.example.com/',
      },
      /not in Firefox in a srcdoc/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'wss://app.example.com/' },
    { policy: 'connect-src wss:', url: 'wss://live.example.com/' },
    { policy: 'connect-src a.test', url: 'wss://live.example.com/' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
