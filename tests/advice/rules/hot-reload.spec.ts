import rule from '../../../harness/advice/rules/hot-reload.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", self: 'http://localhost:5173/', url: 'ws://localhost:24678/' },
      /only there, `ws:\/\/localhost:\*` covers/,
      'ws://localhost:*',
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", self: 'http://localhost:5173/', url: 'ws://localhost:5173/' },
    { policy: "connect-src 'self'", url: 'wss://live.example.com/' },
  ],
});
