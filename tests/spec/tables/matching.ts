import { fromRules, type Rule, type Table } from './table.ts';

const lists: Rule[] = [
  { rule: 'an empty list matches nothing', sources: '', blocks: ['https://page.test/', 'data:,'] },
  { rule: "'none' alone matches nothing", sources: "'NONE'", blocks: ['https://page.test/'] },
  { rule: "'none' twice is 'none' once", sources: "'none' 'none'", blocks: ['https://page.test/'] },
  {
    rule: "'none' has no effect beside others",
    sources: "'none' b.test",
    allows: ['https://b.test/'],
    blocks: ['https://c.test/'],
  },
  {
    rule: 'any expression that matches will do',
    sources: 'a.test b.test c.test',
    allows: ['https://a.test/', 'https://b.test/', 'https://c.test/'],
    blocks: ['https://d.test/'],
  },
];

const expressions: Rule[] = [
  {
    rule: '* is every HTTP(S) URL',
    sources: '*',
    allows: [
      'http://b.test/',
      'https://b.test:8443/x',
      'ws://b.test/',
      'wss://b.test/',
      'http://127.0.0.1/',
      'http://[::1]:8080/',
    ],
  },
  {
    rule: '* is no other URL',
    sources: '*',
    blocks: [
      'data:,x',
      'blob:https://page.test/1',
      'about:blank',
      'ftp://b.test/',
      'filesystem:https://page.test/x',
      'custom:x',
    ],
  },
  {
    rule: "* is also every URL of the page's scheme",
    sources: '*',
    self: 'ftp://page.test/',
    allows: ['ftp://b.test/', 'https://b.test/'],
    blocks: ['data:,'],
  },
  {
    rule: 'an opaque origin has no scheme',
    sources: '*',
    self: 'data:,',
    allows: ['https://b.test/'],
    blocks: ['data:,'],
  },
  {
    rule: 'a scheme-source is any host, port and path',
    sources: 'https:',
    allows: ['https://b.test:8443/x', 'https://127.0.0.1/'],
    blocks: ['http://b.test/', 'data:,'],
  },
  {
    rule: 'schemes without hosts have to be named',
    sources: 'data: blob: about: custom:',
    allows: ['data:,x', 'blob:https://page.test/1', 'about:blank', 'custom:x'],
    blocks: ['https://b.test/'],
  },
  {
    rule: 'a host without a scheme goes by the page',
    sources: 'b.test',
    self: 'http://page.test/',
    allows: ['http://b.test/', 'https://b.test/', 'ws://b.test/', 'wss://b.test/'],
  },
  {
    rule: 'on a secure page it stays secure',
    sources: 'b.test',
    allows: ['https://b.test/', 'wss://b.test/'],
    blocks: ['http://b.test/', 'ws://b.test/'],
  },
  {
    rule: 'an opaque self-origin has no scheme to go by',
    sources: 'b.test *.b.test *:*',
    self: 'opaque',
    blocks: ['https://b.test/', 'https://a.b.test/'],
  },
  {
    rule: 'and needs none where the source has one',
    sources: 'https://b.test http:',
    self: 'opaque',
    allows: ['https://b.test/', 'http://c.test/'],
  },
  {
    rule: 'a URL without a host matches no host-source',
    sources: 'data://x data://* *:* file://*',
    blocks: ['data:x', 'file:///x'],
  },
  {
    rule: 'other schemes have hosts that are no domains',
    sources: 'custom://b.test',
    blocks: ['custom://b.test/'],
  },
];

const self: Rule[] = [
  {
    rule: 'the same origin',
    sources: "'self'",
    allows: ['https://page.test/x', 'https://page.test:443/', 'wss://page.test/'],
    blocks: ['https://a.page.test/', 'https://page.test:8443/', 'https://page.test./'],
  },
  { rule: 'not what is less secure', sources: "'self'", blocks: ['http://page.test/', 'ws://page.test/'] },
  {
    rule: 'what is as insecure, or more secure',
    sources: "'self'",
    self: 'http://page.test/',
    allows: ['http://page.test/', 'ws://page.test/', 'https://page.test/', 'wss://page.test/'],
  },
  {
    rule: 'the same port',
    sources: "'self'",
    self: 'http://page.test:8080/',
    allows: [
      'http://page.test:8080/',
      'https://page.test:8080/',
      'ws://page.test:8080/',
      'wss://page.test:8080/',
    ],
    blocks: ['http://page.test/', 'https://page.test/', 'wss://page.test/', 'https://page.test:8443/'],
  },
  {
    rule: 'default ports only on both sides',
    sources: "'self'",
    self: 'http://page.test/',
    blocks: ['https://page.test:80/', 'http://page.test:443/', 'https://page.test:8080/'],
  },
  {
    rule: 'addresses too',
    sources: "'self'",
    self: 'http://127.0.0.1:81/',
    allows: ['http://127.0.0.1:81/', 'https://127.0.0.1:81/', 'http://0x7f.1:81/'],
    blocks: ['http://127.0.0.2:81/', 'http://localhost:81/'],
  },
  {
    rule: 'version 6 as well',
    sources: "'self'",
    self: 'https://[::1]/',
    allows: ['https://[0:0::1]/', 'wss://[::1]/'],
    blocks: ['https://[::2]/'],
  },
  { rule: 'a blob: URL is never it', sources: "'self'", blocks: ['blob:https://page.test/1'] },
  { rule: 'no data:, no about:', sources: "'self'", blocks: ['data:,', 'about:blank'] },
  {
    rule: 'an opaque origin is no URL',
    sources: "'self'",
    self: 'opaque',
    blocks: ['https://page.test/', 'data:,', 'about:blank'],
  },
  {
    rule: 'nor is that of a data: URL',
    sources: "'self'",
    self: 'data:text/html,',
    blocks: ['data:text/html,'],
  },
  {
    rule: 'other network schemes by origin only',
    sources: "'self'",
    self: 'ftp://page.test/',
    allows: ['ftp://page.test/x'],
    blocks: ['ftp://b.test/', 'http://page.test/'],
  },
];

const schemes: Rule[] = [
  {
    rule: 'http is http and https',
    sources: 'http:',
    allows: ['http://b.test/', 'https://b.test/', 'ws://b.test/', 'wss://b.test/'],
    blocks: ['ftp://b.test/'],
  },
  {
    rule: 'https is https alone',
    sources: 'https:',
    allows: ['https://b.test/', 'wss://b.test/'],
    blocks: ['http://b.test/', 'ws://b.test/'],
  },
  {
    rule: 'ws is all four',
    sources: 'ws:',
    allows: ['ws://b.test/', 'wss://b.test/', 'http://b.test/', 'https://b.test/'],
    blocks: ['ftp://b.test/', 'data:,'],
  },
  {
    rule: 'wss is the secure ones',
    sources: 'wss:',
    allows: ['wss://b.test/', 'https://b.test/'],
    blocks: ['ws://b.test/', 'http://b.test/'],
  },
  {
    rule: 'another scheme is itself',
    sources: 'ftp:',
    allows: ['ftp://b.test/'],
    blocks: ['https://b.test/', 'http://b.test/'],
  },
  {
    rule: 'case does not matter',
    sources: 'HTTPS: dAtA:',
    allows: ['https://b.test/', 'data:,', 'HTTPS://B.TEST/'],
  },
  {
    rule: 'a name of JavaScript is no scheme',
    sources: 'constructor: __proto__:',
    blocks: ['https://b.test/', 'http://b.test/'],
  },
  {
    rule: 'the same goes for hosts',
    sources: 'http://b.test',
    allows: ['https://b.test/', 'wss://b.test/'],
    blocks: ['https://c.test/'],
  },
  { rule: 'never downwards', sources: 'https://b.test', blocks: ['http://b.test/', 'ws://b.test/'] },
];

const hosts: Rule[] = [
  {
    rule: 'case does not matter',
    sources: 'https://B.Test *.C.Test',
    allows: ['https://b.test/', 'https://B.TEST/', 'https://a.c.test/'],
  },
  {
    rule: 'a wildcard label is one or more labels',
    sources: '*.b.test',
    allows: ['https://a.b.test/', 'https://c.a.b.test/'],
    blocks: ['https://b.test/', 'https://ab.test/', 'https://a.b.test.evil.test/'],
  },
  {
    rule: 'the wildcard is every domain',
    sources: 'https://*',
    allows: ['https://b.test/', 'https://localhost/'],
    blocks: ['https://127.0.0.1/', 'https://[::1]/', 'https://b.test:8443/'],
  },
  {
    rule: 'no address matches',
    sources: '127.0.0.1 *.0.0.1 http://127.0.0.1 https://127.0.0.1',
    self: 'http://page.test/',
    blocks: ['http://127.0.0.1/', 'https://127.0.0.1/', 'http://2130706433/'],
  },
  { rule: 'subdomains are other hosts', sources: 'b.test', blocks: ['https://a.b.test/', 'https://test/'] },
  {
    rule: 'a trailing dot is part of the name',
    sources: 'b.test',
    allows: ['https://b.test/'],
    blocks: ['https://b.test./'],
  },
  {
    rule: 'an IDN is written in punycode',
    sources: 'xn--bcher-kva.test',
    allows: ['https://bücher.test/', 'https://xn--bcher-kva.test/'],
  },
];

const ports: Rule[] = [
  {
    rule: 'no port is the default port',
    sources: 'https://b.test',
    allows: ['https://b.test/', 'https://b.test:443/'],
    blocks: ['https://b.test:8443/', 'https://b.test:80/'],
  },
  {
    rule: 'of the scheme of the URL',
    sources: 'http://b.test',
    allows: ['http://b.test/', 'https://b.test/'],
    blocks: ['http://b.test:443/', 'http://b.test:8080/'],
  },
  {
    rule: 'a port is itself',
    sources: 'http://b.test:8080',
    allows: ['http://b.test:8080/', 'https://b.test:8080/', 'ws://b.test:8080/'],
    blocks: ['http://b.test/', 'http://b.test:80/', 'http://b.test:8081/'],
  },
  {
    rule: 'the default port may be written',
    sources: 'https://b.test:443',
    allows: ['https://b.test/', 'wss://b.test/'],
  },
  {
    rule: 'also with an insecure scheme',
    sources: 'http://b.test:443',
    allows: ['https://b.test/'],
    blocks: ['http://b.test/'],
  },
  {
    rule: 'port 80 stays port 80',
    sources: 'http://b.test:80',
    allows: ['http://b.test/', 'https://b.test:80/'],
    blocks: ['https://b.test/', 'https://b.test:443/'],
  },
  {
    rule: 'a star is every port',
    sources: 'https://b.test:*',
    allows: ['https://b.test/', 'https://b.test:8443/', 'wss://b.test:1/'],
    blocks: ['http://b.test/', 'https://c.test/'],
  },
  {
    rule: 'ports are numbers',
    sources: 'https://b.test:0443 https://c.test:08080',
    allows: ['https://b.test/', 'https://c.test:8080/'],
  },
  {
    rule: 'even out of range',
    sources: `https://b.test:${'9'.repeat(400)} https://b.test:65979`,
    blocks: ['https://b.test/', 'https://b.test:8443/'],
  },
];

const paths: Rule[] = [
  { rule: 'no path is every path', sources: 'b.test', allows: ['https://b.test/', 'https://b.test/a/b'] },
  {
    rule: 'nor does / restrict',
    sources: 'b.test/',
    allows: ['https://b.test/', 'https://b.test', 'https://b.test/a/b'],
  },
  {
    rule: 'a path is exact',
    sources: 'b.test/a',
    allows: ['https://b.test/a', 'https://b.test/a?q', 'https://b.test/a#f'],
    blocks: ['https://b.test/', 'https://b.test/a/', 'https://b.test/a/b', 'https://b.test/ab'],
  },
  {
    rule: 'a final slash is everything below',
    sources: 'b.test/a/',
    allows: ['https://b.test/a/', 'https://b.test/a/b', 'https://b.test/a/b/c/'],
    blocks: ['https://b.test/a', 'https://b.test/b/', 'https://b.test/ab/'],
  },
  {
    rule: 'two levels',
    sources: 'b.test/a/b',
    allows: ['https://b.test/a/b'],
    blocks: ['https://b.test/a', 'https://b.test/a/c', 'https://b.test/a/b/c', 'https://b.test/c/b'],
  },
  { rule: 'case matters', sources: 'b.test/A', allows: ['https://b.test/A'], blocks: ['https://b.test/a'] },
  {
    rule: 'encoding does not',
    sources: 'b.test/%61 b.test/c b.test/%C3%A9',
    allows: [
      'https://b.test/a',
      'https://b.test/%61',
      'https://b.test/%63',
      'https://b.test/é',
      'https://b.test/%c3%a9',
    ],
  },
  {
    rule: 'an encoded slash does not separate',
    sources: 'b.test/a%2Fb',
    allows: ['https://b.test/a%2fb', 'https://b.test/a%2Fb'],
    blocks: ['https://b.test/a/b'],
  },
  {
    rule: 'a separating slash is not an encoded one',
    sources: 'b.test/a/b',
    blocks: ['https://b.test/a%2Fb'],
  },
  {
    rule: 'decoding happens once',
    sources: 'b.test/%2561',
    allows: ['https://b.test/%2561'],
    blocks: ['https://b.test/a', 'https://b.test/%61'],
  },
  {
    rule: 'bytes are compared, not characters',
    sources: 'b.test/%E9',
    allows: ['https://b.test/%e9'],
    blocks: ['https://b.test/é'],
  },
  {
    rule: 'commas and semicolons are encoded',
    sources: 'b.test/a%2Cb%3Bc',
    allows: ['https://b.test/a,b;c'],
  },
  {
    rule: 'a star is a star',
    sources: 'b.test/*',
    allows: ['https://b.test/*'],
    blocks: ['https://b.test/a'],
  },
  {
    rule: 'dots in a source stay',
    sources: 'b.test/a/../b',
    blocks: ['https://b.test/b', 'https://b.test/a/../b'],
  },
  { rule: 'userinfo does not count', sources: 'https://b.test/a', allows: ['https://u:p@b.test/a'] },
  {
    rule: 'after a redirect the path does not count',
    sources: 'b.test/a',
    redirectCount: 1,
    allows: ['https://b.test/b', 'https://b.test/'],
    blocks: ['https://c.test/a', 'http://b.test/a', 'https://b.test:81/a'],
  },
];

export const matching: Table[] = [
  { section: 'CSP#match-url-to-source-list', cases: fromRules(lists) },
  { section: 'CSP#match-url-to-source-expression', cases: fromRules([...expressions, ...self]) },
  { section: 'CSP#match-schemes', cases: fromRules(schemes) },
  { section: 'CSP#match-hosts', cases: fromRules(hosts) },
  { section: 'CSP#match-ports', cases: fromRules(ports) },
  { section: 'CSP#match-paths', cases: fromRules(paths) },
];
