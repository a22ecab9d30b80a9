import rule from '../../../harness/advice/rules/custom-schemes.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      { policy: 'connect-src *', self: 'app://bundle/', url: 'app://bundle/a.json' },
      /`app:` is a scheme of an app’s own. Only the source `app:`/,
      'app:',
    ],
    [
      { policy: "connect-src 'self'", self: 'capacitor://localhost/', url: 'https://api.example.com/' },
      /at a `capacitor:` URL, whose origin is opaque/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src app:', url: 'app://bundle/a.json' },
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src *', url: 'data:,a' },
  ],
});
