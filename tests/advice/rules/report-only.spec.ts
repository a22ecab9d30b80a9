import rule from '../../../harness/advice/rules/report-only.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { reportOnly: "connect-src 'self'", url: 'https://api.example.com/v1' },
      /^Report-only policy 1 reports it and blocks nothing.*so it goes out/,
      'https://api.example.com/v1',
    ],
    [
      {
        policy: "connect-src 'self'",
        reportOnly: ['img-src *', "default-src 'self'"],
        url: 'https://api.example.com/v1',
      },
      /^Report-only policy 2 .*another policy’s doing/,
      "'self' https://api.example.com/v1",
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", reportOnly: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
  ],
});
