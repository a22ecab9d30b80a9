import rule from '../../../harness/advice/rules/script-sees.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
      /^`fetch\(\)` rejects with a TypeError/,
    ],
    [{ policy: "connect-src 'self'", url: 'wss://live.example.com/' }, /`close` with code 1006/],
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1', request: { mode: 'webtransport' } },
      /WebTransportError/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: 'connect-src *', url: 'http://api.example.com/' },
  ],
});
