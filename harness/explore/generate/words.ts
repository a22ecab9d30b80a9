/**
 * The words that sources and targets are made of: few, so that a target often stands near the boundary of what a source
 * matches. Hosts are those of the world, and their malformed neighbours.
 */

/** Schemes as a source may write them. */
export const sourceSchemes = ['https', 'http', 'wss', 'ws', 'HTTPS', 'Ws', 'ftp', 'custom'];

/** Hosts as a source may write them. */
export const sourceHosts = [
  'api.test',
  'api.test',
  'api.test',
  'api.test',
  'api.test',
  'api.test',
  'API.Test',
  'third.test',
  'page.test',
  'sub.api.test',
  '*.api.test',
  '*.sub.api.test',
  '*.test',
  '*',
  'api.test.',
  '*.page.test',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'xn--bcher-kva.test',
  // Malformed: CSP#grammardef-host-part has neither.
  'api..test',
  '*api.test',
  'api.*',
  '*.*.test',
  '-api.test',
  'api_1.test',
  '127.1',
];

/** Ports as a source may write them. */
export const sourcePorts = [
  '',
  '',
  '',
  ':443',
  ':80',
  ':8443',
  ':8080',
  ':*',
  ':0443',
  ':00443',
  ':65535',
  ':65536',
  ':65979',
  ':',
  ':4x3',
  ':-443',
];

/** Paths as a source may write them. */
export const sourcePaths = [
  '',
  '',
  '/',
  '/v1',
  '/v1/',
  '/V1',
  '/v1/users',
  '//',
  '/v1//',
  '//v1',
  '/%76%31',
  '/v%31/',
  '/v1%2Fusers',
  '/v1%2fusers',
  '/v1?q',
  '/v1#f',
  '/v1/../v1',
  '/.',
  '/%',
  '/%zz',
  '/a%3Bb',
  '/a%2Cb',
];

/** Keywords, with and without their quotes, and what is no keyword of connect-src. */
export const keywords = [
  "'self'",
  "'SELF'",
  "'none'",
  "'None'",
  'self',
  'none',
  "'self",
  "''self''",
  '"self"',
  "'report-sample'",
  "'unsafe-inline'",
  "'strict-dynamic'",
  "'nonce-abc'",
  "'sha256-abc'",
  "'wasm-unsafe-eval'",
  "'unknown'",
];

/** Sources of a scheme alone, and their malformed neighbours. */
export const schemeSources = [
  'https:',
  'http:',
  'wss:',
  'ws:',
  'HTTPS:',
  'data:',
  'blob:',
  'filesystem:',
  'https',
  'https:/',
  'https://',
  'https::',
  '1https:',
  'ht+tp:',
];

/** What a target is made of. */
export const targetSchemes = ['https', 'https', 'https', 'http', 'wss', 'ws'];
export const targetHosts = [
  'api.test',
  'api.test',
  'third.test',
  'page.test',
  'sub.api.test',
  'a.sub.api.test',
  'api.test.',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'xn--bcher-kva.test',
];
export const targetPorts = ['', '', '', ':443', ':80', ':8443', ':8080', ':65535'];
export const targetPaths = [
  '/',
  '/',
  '/v1',
  '/v1/',
  '/V1',
  '/v1/users',
  '/v1//users',
  '//',
  '//v1',
  '/%76%31',
  '/v%31/users',
  '/v1%2Fusers',
  '/a;b',
  '/a,b',
  '/a%3Bb',
  '/%',
  '/v1?q=1',
];
