import { fromRules, type Rule, type Table } from './table.ts';

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

/** How the parts of a host-source match, each for itself. */
export const matchingParts: Table[] = [
  { section: 'CSP#match-schemes', cases: fromRules(schemes) },
  { section: 'CSP#match-hosts', cases: fromRules(hosts) },
  { section: 'CSP#match-ports', cases: fromRules(ports) },
  { section: 'CSP#match-paths', cases: fromRules(paths) },
];
