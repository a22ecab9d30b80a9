import rule from '../../../harness/advice/rules/not-governed.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'img-src *', url: 'https://api.example.com/v1' },
      /No policy has `connect-src` or `default-src`/,
    ],
    [
      {
        policy: "connect-src 'self'",
        url: 'https://api.example.com/v1',
        request: { destination: 'document' },
      },
      /No directive governs/,
    ],
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1', request: { client: null } },
      /No directive governs/,
    ],
    [
      { policy: "connect-src 'self'", url: 'https://api.example.com/v1', request: { webrtc: true } },
      /No policy has `webrtc`, the only directive that governs WebRTC/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
  ],
});
