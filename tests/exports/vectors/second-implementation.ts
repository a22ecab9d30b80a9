/**
 * A second, small implementation of what decides a verdict, written from the specifications' text and from nothing of
 * `harness/`: it reads the vectors as a stranger would, from their JSON, and has types of its own.
 */

interface Page {
  url: string;
  context: string;
  policy: string[];
  meta: { content: string; parent: string; httpEquiv: string }[];
  globalUrl?: string;
  creator?: Page;
}

export interface Question {
  page: Page;
  connection: {
    url: string;
    redirects: string[];
    request: {
      destination: string;
      mode: string;
      redirect: string;
      initiator: string;
      nonce: string;
      integrity: string;
      parserMetadata: string;
      webTransportHashes: boolean;
      client: boolean;
      webrtc: boolean;
      refusesCredentials: boolean;
      serviceWorkersMode: string;
    };
    serviceWorker?: { responseUrl: string | null; location?: string };
  };
}

type Policy = Map<string, string[]>;

interface Global {
  policies: Policy[];
  /** The origin that `'self'` stands for. */
  self: string;
  origin: string;
  /** Those of the documents around it. */
  around: string[];
  upgrades: boolean;
  /** Hosts with their ports, to which the top level is upgraded as well. */
  upgradesTo: string[];
  /** A worker that is not run, CSP#sandbox-init. */
  isRun: boolean;
}

/** The verdict on one connection, and where it fell: after how many redirects. */
export function decide({ page, connection }: Question): {
  verdict: 'allowed' | 'blocked';
  hop: number | null;
} {
  const { request, redirects, serviceWorker } = connection;
  const called = new URL(connection.url);
  const blocked = (hop: number | null) => ({ verdict: 'blocked' as const, hop });
  const allowed = { verdict: 'allowed' as const, hop: null };
  if (request.refusesCredentials && (called.username || called.password)) return blocked(null);
  const global: Global = request.client
    ? globalOf(page)
    : {
        policies: [],
        self: 'null',
        origin: 'null',
        around: [],
        upgrades: false,
        upgradesTo: [],
        isRun: true,
      };
  if (!global.isRun) return blocked(0);
  if (request.webrtc) {
    const says = global.policies.flatMap((policy) => policy.get('webrtc') ?? ["'allow'"]);
    return says.every((word) => word.toLowerCase() === "'allow'") ? allowed : blocked(0);
  }
  let url = request.mode === 'websocket' ? withScheme(called, { ws: 'http', wss: 'https' }) : called;
  for (let hop = 0; ; hop++) {
    const ofTopLevel = request.destination === 'document';
    if (global.upgrades && (!ofTopLevel || global.upgradesTo.includes(hostOf(url))))
      url = withScheme(url, { http: 'https' });
    const isMedia = /^(image|audio|video)$/.test(request.destination) && request.initiator !== 'imageset';
    const byAddress = /^[\d.]+$/.test(url.hostname) || url.hostname.startsWith('[');
    if (isMedia && !byAddress && isMixed(url, global)) url = withScheme(url, { http: 'https' });
    if (!ofTopLevel && isMixed(url, global)) return blocked(hop);
    if (!passes(url, hop, request, global)) return blocked(hop);
    // Other reasons of a network error are none for the policies: the verdict is about those, and mixed content.
    if (badPorts.has(Number(url.port || -1)) && /^http/.test(url.protocol)) return allowed;
    if (fetchRefuses(url, request, global)) return allowed;
    const http = /^http/.test(url.protocol);
    // What follows a redirect of the worker's own is left to the network.
    const answer = http && hop === 0 && request.serviceWorkersMode === 'all' ? serviceWorker : undefined;
    const location = answer ? answer.location : redirects[hop];
    if (location === undefined || request.redirect !== 'follow' || !http) {
      if (request.redirect === 'error' && location !== undefined) return allowed;
      const response = answer?.responseUrl ? new URL(answer.responseUrl) : url;
      if (!ofTopLevel && response.href !== url.href && isMixed(response, global)) return blocked(hop);
      return passes(response, hop, request, global) ? allowed : blocked(hop);
    }
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol)) return allowed;
  }
}

/** FETCH#port-blocking. */
const badPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** The host of a URL and its port, where it names one. */
const hostOf = ({ hostname, port }: URL): string => `${hostname} ${port}`;

/** A URL of another scheme; its port stays what it was, even where it is left out. */
function withScheme(url: URL, to: Record<string, string>): URL {
  const scheme = url.protocol.slice(0, -1);
  const other = Object.hasOwn(to, scheme) ? to[scheme] : undefined;
  return other === undefined ? url : new URL(other + url.href.slice(scheme.length));
}

/** Whether Fetch gives a network error of its own, whatever the policies. Nothing is then checked any more. */
function fetchRefuses(
  url: URL,
  { mode, redirect }: Question['connection']['request'],
  { origin }: Global,
): boolean {
  const http = /^https?:$/.test(url.protocol);
  const own = url.origin === origin;
  const bySchemeFetch =
    !http && !(url.protocol === 'data:' ? url.href.includes(',') : own || url.href === 'about:blank');
  if (own || url.protocol === 'data:' || ['navigate', 'websocket', 'webtransport'].includes(mode))
    return bySchemeFetch;
  if (mode === 'same-origin') return true;
  if (mode === 'no-cors') return redirect !== 'follow' || bySchemeFetch;
  return !http;
}

const inheriting =
  /^(srcdoc|sandboxed-srcdoc|(navigated-)?about-blank|(about-blank|blob)-popup|javascript-frame|(blob|data)-(frame|worker|shared-worker))$/;
const framed =
  /^(frame|sandboxed|srcdoc|sandboxed-srcdoc|(navigated-)?about-blank|javascript-frame|blob-frame|data-frame)$/;

/** CSP#initialize-document-csp, HTML#initialize-worker-policy-container: what applies in a global. */
function globalOf(page: Page): Global {
  const { context, creator } = page;
  const maker = creator && globalOf(creator);
  const inherits = inheriting.test(context) && maker !== undefined;
  const self = inherits ? maker.self : new URL(page.url).origin;
  const policies = inherits
    ? [...maker.policies]
    : page.policy.flatMap((line) => line.split(',')).map((text) => parsePolicy(text));
  if (!/worker/.test(context))
    for (const { content, parent, httpEquiv } of page.meta)
      if (parent === 'head' && httpEquiv.toLowerCase() === 'content-security-policy')
        policies.push(parsePolicy(content));
  const isWorker = /worker/.test(context);
  const sandboxes = policies.flatMap((policy) => (policy.has('sandbox') ? [wordsOf(policy, 'sandbox')] : []));
  const opaque =
    /^(sandboxed|sandboxed-srcdoc|data-.*)$/.test(context) ||
    // HTML#csp-derived-sandboxing-flags: the last one counts.
    (!isWorker && sandboxes.at(-1)?.includes('allow-same-origin') === false);
  const origin = opaque ? 'null' : inherits ? maker.origin : new URL(page.globalUrl ?? page.url).origin;
  const takesUpgrade = !/^(document|service-worker|.*-popup)$/.test(context) && maker !== undefined;
  const asks = policies.some((each) => each.has('upgrade-insecure-requests'));
  return {
    policies,
    self,
    origin,
    around: framed.test(context) && maker ? [maker.origin, ...maker.around] : [],
    upgrades: asks || (takesUpgrade && maker.upgrades),
    upgradesTo: [
      ...(asks && !inherits ? [hostOf(new URL(page.url))] : []),
      ...(takesUpgrade ? maker.upgradesTo : []),
    ],
    isRun:
      !isWorker ||
      sandboxes.every((words) => words.includes('allow-scripts') && words.includes('allow-same-origin')),
  };
}

/** CSP#parse-serialized-policy. */
function parsePolicy(text: string): Policy {
  const policy: Policy = new Map();
  for (const token of text.split(';')) {
    const [name, ...value] = token.split(/[\t\n\f\r ]+/).filter((part) => part !== '');
    if (name === undefined || /[^\0-\x7f]/.test(token)) continue;
    const key = name.toLowerCase();
    if (!policy.has(key)) policy.set(key, [...new Set(value)]);
  }
  return policy;
}

/** The words of a directive, in small letters. */
const wordsOf = (policy: Policy, name: string): string[] =>
  (policy.get(name) ?? []).map((word) => word.toLowerCase());

const directives: Record<string, string[]> = {
  '': ['connect-src'],
  json: ['connect-src'],
  text: ['connect-src'],
  webidentity: ['connect-src'],
  manifest: ['manifest-src'],
  object: ['object-src'],
  embed: ['object-src'],
  frame: ['frame-src', 'child-src'],
  iframe: ['frame-src', 'child-src'],
  audio: ['media-src'],
  track: ['media-src'],
  video: ['media-src'],
  font: ['font-src'],
  image: ['img-src'],
  style: ['style-src-elem', 'style-src'],
  script: ['script-src-elem', 'script-src'],
  xslt: ['script-src-elem', 'script-src'],
  audioworklet: ['script-src-elem', 'script-src'],
  paintworklet: ['script-src-elem', 'script-src'],
  serviceworker: ['worker-src', 'child-src', 'script-src'],
  sharedworker: ['worker-src', 'child-src', 'script-src'],
  worker: ['worker-src', 'child-src', 'script-src'],
};

/** Whether every policy lets a URL through, CSP#directive-fallback-list and CSP#connect-src-pre-request. */
function passes(
  url: URL,
  redirectCount: number,
  request: Question['connection']['request'],
  { policies, self }: Global,
): boolean {
  const { destination, initiator, mode, webTransportHashes } = request;
  if (destination === 'document' || destination === 'report' || initiator === 'download') return true;
  // CSP#does-resource-hint-violate-policy: what any fetch directive allows may be prefetched.
  if (initiator === 'prefetch')
    return policies.every(
      (policy) =>
        !policy.has('default-src') ||
        [...policy].some(
          ([name, sources]) =>
            /-src(-elem)?$/.test(name) && sources.some((source) => matches(source, url, self, redirectCount)),
        ),
    );
  const chain = [...(directives[destination] ?? ['connect-src']), 'default-src'];
  return policies.every((policy) => {
    const name = chain.find((each) => policy.has(each));
    const sources = policy.get(name ?? '');
    if (name === undefined || sources === undefined) return true;
    const trusted = trusts(/^(default|child)-src$/.test(name) ? (chain[0] ?? '') : name, sources, request);
    if (trusted !== null) return trusted;
    if (chain[0] === 'connect-src' && mode === 'webtransport' && webTransportHashes)
      return sources.some((source) => source.toLowerCase() === "'unsafe-webtransport-hashes'");
    return sources.some((source) => matches(source, url, self, redirectCount));
  });
}

/** Whether the element is trusted, whatever its URL; null where its URL decides. CSP#script-pre-request, and that of styles. */
function trusts(
  directive: string,
  sources: readonly string[],
  { nonce, integrity, parserMetadata }: Question['connection']['request'],
): boolean | null {
  const isScript = /^script-src(-elem)?$/.test(directive);
  if (!isScript && !/^style-src(-elem)?$/.test(directive)) return null;
  const part = (source: string) => /^'(nonce|sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})'$/i.exec(source);
  if (sources.some((source) => /^'nonce-/i.test(source) && part(source)?.[2] === nonce)) return true;
  if (!isScript) return null;
  const hash = ([, algorithm = '', value = '']: string[]) => `${algorithm.toLowerCase()}-${value}`;
  const listed = new Set(sources.flatMap((source) => hash(part(source) ?? []) || []));
  const hashes = [...integrity.matchAll(/(?<=^|\s)(sha256|sha384|sha512)-([^\s?]+)/gi)].map(hash);
  if (hashes.length > 0 && hashes.every((each) => listed.has(each))) return true;
  const dynamic = sources.some((source) => /^'strict-dynamic'$/i.test(source));
  return dynamic ? parserMetadata !== 'parser-inserted' : null;
}

const scheme = '[A-Za-z][A-Za-z0-9+.-]*';
const schemeSource = new RegExp(`^(${scheme}):$`);
const pathCharacter = "(?:[A-Za-z0-9._~!$&'()*+=:@-]|%[0-9A-Fa-f]{2})";
const hostSource = new RegExp(
  `^(?:(${scheme})://)?(\\*|(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.?)` +
    `(?::([0-9]+|\\*))?(/(?:${pathCharacter}+(?:/${pathCharacter}*)*)?)?$`,
);
const standardPort: Record<string, string> = { 'http:': '80', 'ws:': '80', 'https:': '443', 'wss:': '443' };

/** CSP#match-url-to-source-expression. */
function matches(source: string, url: URL, self: string, redirectCount: number): boolean {
  const own = self === 'null' ? null : new URL(self);
  if (source === '*') return /^https?:$/.test(url.protocol) || url.protocol === own?.protocol;
  if (source.toLowerCase() === "'self'") return own !== null && isSelf(url, own);
  const [, onlyScheme] = schemeSource.exec(source) ?? [];
  if (onlyScheme !== undefined) return schemesMatch(`${onlyScheme}:`, url.protocol);
  const [whole, ofScheme, host = '', port, path] = hostSource.exec(source) ?? [];
  if (whole === undefined) return false;
  const wanted = ofScheme === undefined ? own?.protocol : `${ofScheme}:`;
  if (wanted === undefined || !schemesMatch(wanted, url.protocol)) return false;
  if (!hostsMatch(host.toLowerCase(), url.hostname)) return false;
  if (!portsMatch(port, url)) return false;
  return path === undefined || redirectCount > 0 || pathsMatch(path, url.pathname);
}

function isSelf(url: URL, own: URL): boolean {
  if (url.protocol === 'blob:') return false;
  if (url.origin === own.origin) return true;
  const samePort = url.port === own.port || (url.port === '' && own.port === '');
  const noWorse =
    /^(https|wss):$/.test(url.protocol) || (own.protocol === 'http:' && /^(http|ws):$/.test(url.protocol));
  return url.hostname === own.hostname && samePort && noWorse;
}

/** CSP#match-schemes. */
function schemesMatch(source: string, url: string): boolean {
  const better: Record<string, string[]> = {
    'http:': ['https:'],
    'ws:': ['wss:', 'http:', 'https:'],
    'wss:': ['https:'],
  };
  const wanted = source.toLowerCase();
  return wanted === url || (better[wanted] ?? []).includes(url);
}

/** CSP#match-hosts: nothing but domains. */
function hostsMatch(pattern: string, host: string): boolean {
  if (host === '' || /^[\d.]+$/.test(host) || host.startsWith('[')) return false;
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** CSP#match-ports. */
function portsMatch(port: string | undefined, url: URL): boolean {
  if (port === '*') return true;
  if (port === undefined) return url.port === '';
  return String(BigInt(port)) === (url.port === '' ? standardPort[url.protocol] : url.port);
}

/** CSP#match-paths: pieces are decoded after they are split. */
function pathsMatch(source: string, path: string): boolean {
  const wanted = source.split('/');
  const given = path.split('/');
  const open = source.endsWith('/');
  if (open) wanted.pop();
  if (open ? wanted.length >= given.length : wanted.length !== given.length) return false;
  return wanted.every((piece, index) => decoded(piece) === decoded(given[index] ?? ''));
}

/** Percent-decoded bytes, as a string of one character each; a URL's path is ASCII. */
const decoded = (piece: string): string =>
  piece.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** MIX#should-block-fetch. */
function isMixed(url: URL, { origin, around }: Global): boolean {
  return (
    [origin, ...around].some(isTrustworthy) &&
    !isTrustworthy(url.protocol === 'blob:' ? url.origin : url.href)
  );
}

function isTrustworthy(address: string): boolean {
  if (address === 'null') return false;
  const { protocol, hostname } = new URL(address);
  if (/^(https|wss|data|about|file):$/.test(protocol)) return true;
  return /^127(\.\d+){3}$/.test(hostname) || hostname === '[::1]' || /(^|\.)localhost\.?$/.test(hostname);
}
