import { fromRules, type Rule, type Table } from './table.ts';

const hosts: Rule[] = [
  {
    rule: 'a name matches itself',
    sources: 'b.test',
    allows: ['https://b.test/'],
    blocks: ['https://c.test/'],
  },
  { rule: 'so does one label', sources: 'localhost', allows: ['https://localhost/'] },
  { rule: 'digits and hyphens are host characters', sources: '1-a.2-b', allows: ['https://1-a.2-b/'] },
  { rule: 'an underscore is not', sources: 'b_c.test', blocks: ['https://b_c.test/'] },
  {
    rule: 'a final dot is allowed',
    sources: 'b.test.',
    allows: ['https://b.test./'],
    blocks: ['https://b.test/'],
  },
  { rule: 'two final dots are not', sources: 'b.test..', blocks: ['https://b.test./', 'https://b.test../'] },
  {
    rule: 'empty labels are not',
    sources: 'b..test .b.test',
    blocks: ['https://b..test/', 'https://b.test/'],
  },
  {
    rule: 'a wildcard is a whole label',
    sources: '*b.test b.* *.',
    blocks: ['https://ab.test/', 'https://b.test/'],
  },
  { rule: 'a wildcard is the first label', sources: 'a.*.test', blocks: ['https://a.b.test/'] },
  { rule: 'two wildcards are not', sources: '*.*.test', blocks: ['https://a.b.test/'] },
  { rule: 'brackets are not', sources: 'http://[::1] [::1]', blocks: ['http://[::1]/'] },
];

const schemes: Rule[] = [
  {
    rule: 'a colon at the end makes a scheme, even of a host',
    sources: 'b.test: localhost:',
    blocks: ['https://b.test/', 'https://localhost/'],
  },
  {
    rule: 'any scheme can be named',
    sources: 'a+b-c.1:',
    allows: ['a+b-c.1:x'],
    blocks: ['https://b.test/'],
  },
  { rule: 'a scheme starts with a letter', sources: '1a: +a: -: .:', blocks: ['https://b.test/'] },
  {
    rule: 'a scheme without slashes is no host',
    sources: 'https:b.test https:/b.test',
    blocks: ['https://b.test/'],
  },
  {
    rule: 'slashes without a host are nothing',
    sources: 'https:// //b.test ://b.test',
    blocks: ['https://b.test/'],
  },
  { rule: 'userinfo is not allowed', sources: 'https://u@b.test u:p@b.test', blocks: ['https://b.test/'] },
  { rule: 'two schemes are not', sources: 'http:https://b.test', blocks: ['https://b.test/'] },
];

const ports: Rule[] = [
  { rule: 'a name with a port is no scheme', sources: 'localhost:8080', allows: ['https://localhost:8080/'] },
  {
    rule: 'a port is digits or a star',
    sources: 'b.test:8* b.test:a b.test:-1',
    blocks: ['https://b.test:8/'],
  },
  {
    rule: 'an empty port is nothing',
    sources: 'https://b.test: https://b.test:/',
    blocks: ['https://b.test/', 'https://b.test:0/'],
  },
  {
    rule: 'a star alone may have a port',
    sources: '*:8080',
    allows: ['https://b.test:8080/'],
    blocks: ['https://b.test/'],
  },
  { rule: 'two ports are nothing', sources: 'b.test:80:80', blocks: ['https://b.test:80/'] },
];

const paths: Rule[] = [
  {
    rule: 'queries and fragments are not allowed',
    sources: 'b.test/a?q b.test/a#f b.test?q',
    blocks: ['https://b.test/a?q'],
  },
  {
    rule: 'a path cannot start with two slashes',
    sources: 'b.test//a',
    blocks: ['https://b.test//a', 'https://b.test/a'],
  },
  {
    rule: 'empty segments inside are fine',
    sources: 'b.test/a//b',
    allows: ['https://b.test/a//b'],
    blocks: ['https://b.test/a/b'],
  },
  {
    rule: 'sub-delimiters are fine',
    sources: "b.test/!$&'()*+=:@~._-",
    allows: ["https://b.test/!$&'()*+=:@~._-"],
  },
  {
    rule: 'percent signs come with two digits',
    sources: 'b.test/%4 b.test/%zz b.test/%',
    blocks: ['https://b.test/%4', 'https://b.test/%zz', 'https://b.test/%'],
  },
  {
    rule: 'other characters are not allowed',
    sources: 'b.test/a[b] b.test/a|b b.test/"a"',
    blocks: ['https://b.test/a[b]', 'https://b.test/a|b', 'https://b.test/"a"'],
  },
];

const keywords: Rule[] = [
  {
    rule: 'without quotes a keyword is a host',
    sources: 'self none',
    self: 'https://self/',
    allows: ['https://none/', 'https://self/'],
    blocks: ['https://page.test/'],
  },
  { rule: 'keywords know no case', sources: "'SELF'", allows: ['https://page.test/'] },
  {
    rule: 'half a quote is nothing',
    sources: '\'self self\' "self"',
    blocks: ['https://page.test/', 'https://self/'],
  },
  {
    rule: 'other keywords, nonces and hashes match no URL',
    sources:
      "'unsafe-inline' 'unsafe-eval' 'strict-dynamic' 'nonce-abc' 'sha256-abc' 'unsafe-webtransport-hashes'",
    blocks: ['https://page.test/', 'https://b.test/'],
  },
  { rule: 'and do not get in the way', sources: "'report-sample' b.test", allows: ['https://b.test/'] },
  {
    rule: 'nonsense does not get in the way either',
    sources: '%%% b.test "',
    allows: ['https://b.test/'],
    blocks: ['https://c.test/'],
  },
];

export const grammar: Table = {
  section: 'CSP#framework-directive-source-list',
  cases: [hosts, schemes, ports, paths, keywords].flatMap(fromRules),
};
