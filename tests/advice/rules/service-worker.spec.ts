import rule from '../../../harness/advice/rules/service-worker.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: "connect-src 'self'", context: 'service-worker', url: 'https://api.example.com/v1' },
      /under none of the page’s/,
    ],
    [
      {
        policy: "connect-src 'self'",
        serviceWorker: { responseUrl: null },
        url: 'https://api.example.com/v1',
      },
      /before the service worker sees it/,
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src *', context: 'service-worker', url: 'https://api.example.com/v1' },
  ],
});
