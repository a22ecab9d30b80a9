import rule from '../../../harness/advice/rules/ports.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [
      {
        policy: 'connect-src http://localhost:3000',
        self: 'http://localhost:5173/',
        url: 'http://localhost:4000/a',
      },
      /`http:\/\/localhost:3000` is for port 3000 only, and the connection goes to port 4000/,
      'http://localhost:4000',
    ],
    [
      { policy: 'connect-src api.example.com', url: 'https://api.example.com:8443/' },
      /for the default port of its scheme only.*`api.example.com:\*`/,
      'https://api.example.com:8443',
    ],
    [
      { policy: 'connect-src https://api.example.com:8443', url: 'https://api.example.com/' },
      /goes to the default port of its scheme/,
      'https://api.example.com',
    ],
    [
      { policy: "connect-src 'self'", self: 'http://localhost:5173/', url: 'http://localhost:3000/' },
      /`'self'` is the page's own port only, and the connection goes to port 3000/,
      'http://localhost:3000',
    ],
  ],
  isSilent: [
    { policy: "connect-src 'self'", url: 'https://api.example.com/v1' },
    { policy: 'connect-src api.example.com/a', url: 'https://api.example.com/b' },
    { policy: 'connect-src api.example.com:*', url: 'http://api.example.com:81/' },
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
  ],
});
