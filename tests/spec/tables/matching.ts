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

export const matching: Table[] = [
  { section: 'CSP#match-url-to-source-list', cases: fromRules(lists) },
  { section: 'CSP#match-url-to-source-expression', cases: fromRules([...expressions, ...self]) },
];
