import rule from '../../../harness/advice/rules/disputed.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src https:', url: 'wss://live.example.com/' },
      /The text of the specification says allowed, Chromium, Firefox and WebKit blocked: it is disputed whether a WebSocket/,
    ],
    [
      { policy: 'connect-src http://127.0.0.1', self: 'http://localhost/', url: 'http://127.0.0.1/' },
      /says blocked, .* allowed: .*IP address/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'wss://app.example.com/' },
  ],
});
