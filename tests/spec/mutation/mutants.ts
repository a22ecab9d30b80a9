/** One way to break the oracle: in a file of `harness/spec`, a piece of text that occurs once is replaced. */
export interface Mutant {
  breaks: string;
  file: string;
  find: string;
  replace: string;
}

const inFile =
  (file: string) =>
  (breaks: string, find: string, replace: string): Mutant => ({ breaks, file, find, replace });

const policy = inFile('parse-serialized-policy.ts');
const response = inFile('parse-response-policies.ts');
const meta = inFile('meta-element.ts');
const grammar = inFile('source-expression.ts');
const effective = inFile('effective-directive.ts');
const execute = inFile('should-execute.ts');
const fallback = inFile('fallback-list.ts');
const check = inFile('directive-check.ts');
const hashes = inFile('webtransport-hashes.ts');
const violates = inFile('does-request-violate-policy.ts');
const hint = inFile('resource-hint.ts');
const list = inFile('match-url-to-source-list.ts');
const expression = inFile('match-url-to-source-expression.ts');
const self = inFile('match-self.ts');
const schemes = inFile('match-schemes.ts');
const hosts = inFile('match-hosts.ts');
const ports = inFile('match-ports.ts');
const paths = inFile('match-paths.ts');
const url = inFile('url-record.ts');
const socket = inFile('websocket-url.ts');
const request = inFile('create-request.ts');
const fetch = inFile('main-fetch.ts');
const redirect = inFile('redirect-fetch.ts');
const override = inFile('override-fetch.ts');
const answer = inFile('service-worker-answer.ts');
const hsts = inFile('hsts.ts');
const rtc = inFile('should-block-rtc-connection.ts');
const upgrade = inFile('upgrade-request.ts');
const mixed = inFile('mixed-content.ts');
const sandbox = inFile('sandbox.ts');
const trust = inFile('trustworthy.ts');
const report = inFile('report-for-request.ts');
const before = inFile('should-block-request.ts');
const after = inFile('should-block-response.ts');
const violation = inFile('violation.ts');
const strip = inFile('strip-url.ts');
const inherit = inFile('inherit.ts');
const context = inFile('context-kinds.ts');
const disputed = inFile('disputed-verdict.ts');
const allowlists = inFile('../connection-allowlist/parse-response.ts');
const allowlist = inFile('../connection-allowlist/parse-header.ts');
const allowlistUrl = inFile('../connection-allowlist/match-url.ts');
const allowlistBlock = inFile('../connection-allowlist/should-block.ts');
const allowlistReport = inFile('../connection-allowlist/report-violation.ts');

/** Every mutant, in the order of the specifications. */
export const mutants: Mutant[] = [
  policy('directives with non-ASCII characters stay', '/\\P{ASCII}/u.test(token)', 'false'),
  policy('the vertical tab is white space', '[\\t\\n\\f\\r ]', '[\\t\\n\\v\\f\\r ]'),
  policy('names keep their case', 'name.toLowerCase()', 'name'),
  policy('the last duplicate counts', 'if (directives.has(directiveName)) {', 'if (false) {'),
  policy('values are lists', '[...new Set(value)]', 'value'),
  response('commas do not separate', ".split(',')", '.slice(0)'),
  response('empty policies are kept', 'if (policy.directives.size > 0) policies', 'policies'),
  response(
    'report-only is enforced',
    "parseHeader(reportOnly, 'report', run)",
    "parseHeader(reportOnly, 'enforce', run)",
  ),
  meta('meta elements count anywhere', "parent.toLowerCase() !== 'head'", 'false'),
  meta('report-only meta elements count', "httpEquiv.toLowerCase() !== 'content-security-policy'", 'false'),
  meta('http-equiv is case-sensitive', 'httpEquiv.toLowerCase()', 'httpEquiv'),
  meta('report-uri stays', "'report-uri', ", ''),
  meta('report-to goes', "'sandbox']", "'sandbox', 'report-to']"),
  grammar('schemes have no plus', "'[a-z][a-z0-9+.-]*'", "'[a-z][a-z0-9.-]*'"),
  grammar('underscores are host characters', '[a-z0-9-]+(?:', '[a-z0-9_-]+(?:'),
  grammar('no final dot', "*\\\\.?'", "*'"),
  grammar('paths may start with two slashes', 'pathCharacter}+(?:/', 'pathCharacter}*(?:/'),
  grammar('any percent sign', '|%[0-9a-f]{2}', '|%'),
  grammar('ports may be empty', '([0-9]+|', '([0-9]*|'),
  grammar('keywords are case-sensitive', 'const keyword = token.toLowerCase()', 'const keyword = token'),
  effective('hints are as other requests', "initiator === 'prefetch' || ", ''),
  effective('downloads are governed', "if (initiator === 'download') return null;", ''),
  effective('unknown destinations are not governed', "undefined ? 'connect-src'", 'undefined ? null'),
  effective('reports are governed', "['report', null],", ''),
  effective('navigations are governed', "['document', null],", ''),
  effective('json is script', "['json', 'connect-src']", "['json', 'script-src-elem']"),
  fallback('connect-src has no fallback', "['connect-src', 'default-src']]", "['connect-src']]"),
  execute('directives do not defer', 'if (policy.directives.has(fallbackDirective)) return false;', ''),
  check('post checks ask about the request', 'response ?? currentUrlOf(request)', 'currentUrlOf(request)'),
  hashes('hashes are checked by URL', '!request.webTransportHashes', 'true'),
  hashes('hashes count in any mode', "request.mode !== 'webtransport' || ", ''),
  hashes('the keyword is case-sensitive', 'source.toLowerCase()', 'source'),
  violates('prefetches are as other requests', "request.initiator === 'prefetch'", 'false'),
  hint('hints need no default-src', "!policy.directives.has('default-src')", 'false'),
  hint('default-src is not in the union', "'default-src',\n", ''),
  hint('every directive is in the union', '!unionOf.has(directive)', 'false'),
  list('only the first expression counts', 'of sourceList)', 'of [first])'),
  expression('* matches everything', 'if (isHttpScheme(url.scheme)) return true;', 'return true;'),
  expression("* ignores the page's scheme", 'origin.scheme === url.scheme', 'false'),
  expression('opaque origins are https', "'opaque' ? null", "'opaque' ? 'https'"),
  expression('the path counts after redirects', 'redirectCount > 0', 'redirectCount > 9'),
  expression(
    'the scheme of a host-source is ignored',
    'if (!checkScheme(scheme, url, run)) return false;',
    '',
  ),
  expression('the host is ignored', 'if (!host) return false;', ''),
  expression('the port is ignored', 'if (!port) return false;', ''),
  self("blob: is 'self'", "url.scheme !== 'blob' && ", ''),
  self("'self' ignores ports", 'url.port !== origin.port && ', 'false && '),
  self("'self' may be less secure", "return origin.scheme === 'http' && ", 'return '),
  self("'self' does not upgrade", "url.scheme === 'https' || url.scheme === 'wss'", 'false'),
  self("'self' is the same origin only", 'url.host === null || ', 'true || '),
  schemes('https matches http', "['http', 'https'],\n  ['ws', 'wss']", "['https', 'http'],\n  ['ws', 'wss']"),
  schemes('ws does not match http', "['ws', ['http', 'https']]", "['ws', ['https']]"),
  schemes('wss matches http', "['wss', ['https']]", "['wss', ['http', 'https']]"),
  schemes('schemes are case-sensitive', 'a.toLowerCase()', 'a'),
  hosts('addresses match', "run.under('ip-literals', false, byName)", 'byName'),
  hosts('*.b matches b', 'host.endsWith(pattern.slice(1))', 'host.endsWith(pattern.slice(2))'),
  hosts('hosts are case-sensitive', 'pattern.toLowerCase()', 'pattern'),
  hosts('other schemes have domains', " || hostKind === 'opaque'", ''),
  ports('the wildcard port is no port', "if (input === '*') return true;", ''),
  ports('the default port must not be written', 'url.port === null && port === effective', 'false'),
  ports('port 80 is upgraded', "run.under('port-80-to-443', false, ", 'Boolean('),
  ports('no port is any port', 'input === null ? null', 'input === null ? url.port'),
  paths('paths are prefixes', 'exactMatch && listA', 'false && listA'),
  paths('paths are exact', "!pathA.endsWith('/')", 'true'),
  paths('the last segment stays', 'if (!exactMatch) listA.pop();', ''),
  paths('no decoding', 'percentDecode(pieceA) === percentDecode(', 'pieceA === String('),
  paths(
    'decoding keeps the case of letters out',
    'percentDecode(pieceA) ===',
    'percentDecode(pieceA).toLowerCase() ===',
  ),
  paths('longer paths match', 'if (listA.length > listB.length) return false;', ''),
  url('domains are addresses', "'ipv4' : 'domain'", "'ipv4' : 'ipv4'"),
  url('origins ignore ports', ' && a.port === b.port', ''),
  url('circumflexes stay in paths', "replaceAll('^', '%5E')", "replaceAll('^', '^')"),
  url('queries are not reported', 'url.path + url.query', 'url.path'),
  socket('wss becomes http', "['wss', 'https'],", "['wss', 'http'],"),
  request('WebSockets follow redirects', "mode === 'websocket' || mode", 'mode'),
  request(
    'WebSockets are for service workers',
    "parameters.serviceWorkersMode ?? (isSession ? 'none' : 'all')",
    "parameters.serviceWorkersMode ?? 'all'",
  ),
  request('redirects that happened do not count', 'question.redirectCount ?? 0', '0'),
  fetch(
    'report-only policies are asked after the upgrade',
    'reportForRequest(request, client.cspList, violations, run);\n    // Step 5',
    'upgradeRequest(request, client, run);\n    reportForRequest(request, client.cspList, violations, run);\n    // Step 5',
  ),
  fetch(
    'CSP does not block requests',
    "if (csp.blocked) return block('csp');\n    if (listed.blocked)",
    'if (listed.blocked)',
  ),
  fetch('CSP does not block responses', "if (csp.blocked) return block('csp');\n    run.step", 'run.step'),
  fetch('bad ports are open', 'if (mixed || badPort) return result;', 'if (mixed) return result;'),
  fetch(
    'manual redirects are followed',
    "request.redirectMode !== 'follow'",
    "request.redirectMode === 'error'",
  ),
  fetch('every request is for service workers', "request.serviceWorkersMode === 'all' && ", ''),
  fetch('service workers answer data: URLs', ' && isHttpScheme(currentUrlOf(request).scheme)', ''),
  fetch(
    'a redirect of a service worker is not followed',
    'location = serviceWorker.location;',
    'return result;',
  ),
  fetch('HSTS comes before the policies', 'hstsUpgrade(request, network.hsts, run);', ''),
  override('redirect modes go with no-cors', "if (redirectMode !== 'follow')", 'if (false)'),
  override('the way back to its own origin is basic', " && request.responseTainting === 'basic'", ''),
  answer('errors are answers', "type === 'error' ||", ''),
  answer('CORS responses go with same-origin', "(mode === 'same-origin' && type === 'cors') ||", ''),
  answer('opaque responses go with CORS', "(mode !== 'no-cors' && type === 'opaque') ||", ''),
  answer('opaque redirects go with every mode', "redirectMode !== 'manual' && ", ''),
  answer('redirected answers go with every mode', " ||\n    (redirectMode !== 'follow' && redirected)", ''),
  hsts('hosts below are unknown', 'host.endsWith(', '!host.includes('),
  hsts('localhost is not exempt', ' && !/(?:^|\\.)localhost\\.?$/.test(host)', ''),
  hsts('addresses are known hosts', " && hostKind === 'domain'", ''),
  rtc('one of several values will do', 'value.length === 1 && ', ''),
  rtc('case matters', '?.toLowerCase()', ''),
  rtc('report-only blocks WebRTC', "blocked ||= policy.disposition === 'enforce'", 'blocked = true'),
  redirect('credentials pass to another origin', '!sameOrigin(origin, originOf(locationUrl))', 'false'),
  redirect('credentials pass on the way back', "request.responseTainting === 'cors' && credentials", 'false'),
  fetch('responses alone say what matched', 'csp.matched ?? result.matched', 'csp.matched'),
  redirect('redirects to other schemes are followed', '!isHttpScheme(locationUrl.scheme)', 'false'),
  redirect('twenty-one redirects are followed', 'request.redirectCount >= 20', 'request.redirectCount > 20'),
  redirect('redirects are not counted', 'request.redirectCount += 1;', ''),
  upgrade('nothing is upgraded', "if (scheme !== 'http') return;", 'return;'),
  upgrade('every navigation is upgraded', 'if (navigatesTopLevel(request) && !isOptedIn) return;', ''),
  upgrade('no navigation is upgraded', ' && !isOptedIn', ''),
  upgrade('the port of an upgraded navigation does not count', ' && one.port === port', ''),
  upgrade('everything is upgraded', 'if (!client.upgradesInsecureRequests) return;', ''),
  mixed(
    'ancestors do not matter',
    "global === 'document' && ancestors",
    "global === 'document' && [].concat(ancestors as never).slice(9)",
  ),
  mixed(
    'pages of this machine are as browsers have them',
    "run.under('mixed-content-on-loopback', isTrustworthyOrigin(origin), isSecure(origin))",
    'isSecure(origin)',
  ),
  mixed('fonts are upgraded', "'image', 'audio', 'video'", "'image', 'audio', 'video', 'font'"),
  mixed('images of sets are upgraded', " || (destination === 'image' && initiator === 'imageset')", ''),
  mixed('IPv6 addresses are upgraded', " || url.hostKind === 'ipv6'", ''),
  mixed('images are upgraded on every page', 'if (!prohibitsMixedContent(client, run)) return;', ''),
  mixed('windows are refused as mixed content', '!navigatesTopLevel(request) && ', ''),
  sandbox('the first sandbox directive counts', '.findLast(', '.find('),
  sandbox(
    'sandbox counts where it only reports',
    "disposition === 'enforce' ? directives.get('sandbox') : undefined",
    "directives.get('sandbox')",
  ),
  sandbox('a worker runs without scripts', 'return flags.scripts || flags.origin;', 'return flags.origin;'),
  sandbox(
    'a worker runs in an opaque origin',
    'return flags.scripts || flags.origin;',
    'return flags.scripts;',
  ),
  mixed('workers have ancestors', "global === 'document' && ", ''),
  trust('localhost is not trusted', '|\\.)localhost', '|\\.)nowhere'),
  trust('all of 12x is trusted', '/^127(', '/^12.('),
  report('enforced policies report twice', "if (policy.disposition === 'enforce') continue;", ''),
  before('report-only blocks', "if (policy.disposition === 'report') continue;", ''),
  before('the last policy decides', 'blocked = true;', 'blocked = policy === policies.at(-1);'),
  after('report-only blocks responses', "blocked ||= policy.disposition === 'enforce';", 'blocked = true;'),
  after(
    'responses are not reported',
    "violations.report(request, policy, policy.disposition === 'report', run);",
    '',
  ),
  violation(
    'blockedURI is the target of a redirect',
    'stripUrl(urlOf(request))',
    'stripUrl(request.urlList.at(-1) as never)',
  ),
  violation(
    'equal policies report once',
    'this.#violations.get(key)',
    'this.list.find((seen) => seen.blockedURI === blockedURI)',
  ),
  strip('all of a URL is reported', '!isHttpScheme(url.scheme)', 'false'),
  inherit('only meta elements of the creator count', 'withMetaElements(start, delivered, run)', 'start'),
  inherit('report-only upgrades', "policy.disposition === 'enforce' && ", ''),
  inherit(
    "'self' is the child's",
    'inherited?.cspList ??',
    'inherited && { ...inherited.cspList, selfOrigin: cspListOfResponse(delivered, run).selfOrigin } ||',
  ),
  context(
    'workers inherit',
    "{ ...worker, policies: 'response', origin: 'response' }",
    "{ ...worker, policies: 'creator', origin: 'response' }",
  ),
  context(
    'blob: workers do not inherit',
    "{ ...worker, policies: 'creator', origin: 'creator', url: 'blob:' }",
    "{ ...worker, policies: 'response', origin: 'creator', url: 'blob:' }",
  ),
  disputed('single points only', 'size <= disputeIds.length', 'size <= 1'),
  allowlists('the lines of a header are not joined', "lines.join(', ')", "(lines[0] ?? '')"),
  allowlists(
    'report-only is enforced',
    "parse(allowlistReportOnly, 'report')",
    "parse(allowlistReportOnly, 'enforce')",
  ),
  allowlist('the second inner list counts', 'const [first] = list;', 'const first = list.at(-1);'),
  allowlist('a list without an inner list in front is empty', '!isInnerList(first)', 'false'),
  allowlist('any token is response-origin', "value.toString() === 'response-origin'", 'true'),
  allowlist(
    'a string allows',
    "value instanceof Token && value.toString() !== 'block'",
    "value !== undefined && String(value) !== 'block'",
  ),
  allowlist('an unknown token blocks', "value.toString() !== 'block'", "value.toString() === 'allow'"),
  allowlist('any endpoint', 'endpoint instanceof Token ?', 'endpoint !== undefined ?'),
  allowlistUrl('local URLs are matched', "new Set(['about', 'blob', 'data'])", 'new Set()'),
  allowlistBlock('redirects are matched', 'request.redirectCount > 0', 'false'),
  allowlistBlock('redirects are allowed', "return allowlist.redirects === 'allow'", 'return true'),
  allowlistBlock('WebRTC is allowed', "return webrtc === 'allow'", 'return true'),
  allowlistBlock('report-only blocks', "allowlist.disposition === 'enforce'", 'true'),
  allowlistBlock(
    'WebSockets keep their scheme',
    "'allowlist-websocket-schemes', url, given",
    "'allowlist-websocket-schemes', given, given",
  ),
  allowlistReport('fragments are reported', "url.hash = '';", ''),
  fetch('no allowlist is asked', "if (listed.blocked) return block('connection-allowlist');", ''),
];
