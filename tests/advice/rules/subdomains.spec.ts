import rule from '../../../harness/advice/rules/subdomains.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src *.example.com', url: 'https://example.com/' },
      /for the subdomains of `example.com`, however deep, and not for `example.com` itself/,
      'https://example.com',
    ],
    [
      { policy: 'connect-src example.com', url: 'https://api.example.com/' },
      /for this host only.*`\*.example.com` would be/,
      'https://api.example.com',
    ],
  ],
  isSilent: [
    { policy: 'connect-src *.example.com', url: 'https://a.b.example.com/' },
    { policy: 'connect-src *.example.com', url: 'https://notexample.com/' },
    { policy: 'connect-src ample.com', url: 'https://example.com/' },
  ],
});
