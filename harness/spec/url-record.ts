/** A host as the URL Standard parses it. Only a domain can match a host-part. */
export type HostKind = 'domain' | 'ipv4' | 'ipv6' | 'opaque';

/** The parts of a URL record that the algorithms look at. Schemes are without the colon; `null` is the Standard's null. */
export interface UrlRecord {
  readonly scheme: string;
  readonly host: string | null;
  readonly hostKind: HostKind | null;
  readonly port: number | null;
  readonly path: string;
  /** With its `?`; empty where the Standard's is null, and `?` alone where the Standard's is empty. */
  readonly query: string;
  /** It has a user name or a password. */
  readonly includesCredentials: boolean;
  /** As the parser serialised it; the base of a redirect. */
  readonly href: string;
}

/** A tuple origin, or an opaque one. */
export type Origin = Pick<UrlRecord, 'scheme' | 'host' | 'port'> | 'opaque';

const specialSchemes = new Set(['ftp', 'file', 'http', 'https', 'ws', 'wss']);

/** The default ports of the network schemes; these are also the schemes whose origin is a tuple. */
export const defaultPorts: ReadonlyMap<string, number> = new Map([
  ['ftp', 21],
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
]);

/** Whether a scheme is an HTTP(S) scheme. */
export const isHttpScheme = (scheme: string): boolean => scheme === 'http' || scheme === 'https';

/**
 * Parses a URL, against a base if one is given; null where the URL Standard's parser fails.
 *
 * Everything that only wants to know whether a text is a URL asks here, and not `URL.canParse()`: once that is hot,
 * Node 20 answers false for URLs with characters outside ASCII.
 */
export function parseUrl(input: string, base?: string): UrlRecord | null {
  let url: URL;
  try {
    url = new URL(input, base);
  } catch {
    return null;
  }
  encodeCircumflexes(url);
  const scheme = url.protocol.slice(0, -1);
  // The API cannot tell a null host from an empty one; nothing in CSP can either.
  const host = url.hostname === '' ? null : url.hostname;
  return {
    scheme,
    host,
    hostKind: host === null ? null : hostKind(scheme, host),
    port: url.port === '' ? null : Number(url.port),
    path: url.pathname,
    query: url.search === '' && hasEmptyQuery(url) ? '?' : url.search,
    includesCredentials: url.username !== '' || url.password !== '',
    href: url.href,
  };
}

/**
 * Percent-encodes U+005E (^) in the path: it is in URL#path-percent-encode-set since March 2025, and older parsers leave
 * it. An opaque path may hold it, and its setter does nothing.
 */
function encodeCircumflexes(url: URL): void {
  if (url.pathname.includes('^')) url.pathname = url.pathname.replaceAll('^', '%5E');
}

/** Whether the query is empty and not null: the API's `search` is then the empty string too, but `href` keeps the `?`. */
const hasEmptyQuery = ({ href }: URL): boolean => /^[^?#]*\?(?:#|$)/.test(href);

function hostKind(scheme: string, host: string): HostKind {
  if (host.startsWith('[')) return 'ipv6';
  if (!specialSchemes.has(scheme)) return 'opaque';
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? 'ipv4' : 'domain';
}

/** A URL's origin: a tuple for the network schemes, the inner URL's for http(s) blob: URLs, otherwise opaque. */
export function originOf(url: UrlRecord): Origin {
  if (defaultPorts.has(url.scheme)) return { scheme: url.scheme, host: url.host, port: url.port };
  const inner = url.scheme === 'blob' ? parseUrl(url.path) : null;
  return inner !== null && isHttpScheme(inner.scheme) ? originOf(inner) : 'opaque';
}

/** Whether a port is the default one of its scheme: null, or that very number, which only an upgrade leaves in place. */
export function hasDefaultPort({ scheme, port }: Pick<UrlRecord, 'scheme' | 'port'>): boolean {
  return port === null || port === defaultPorts.get(scheme);
}

/** Whether two origins are the same; opaque ones never are, each being unique. */
export function sameOrigin(a: Origin, b: Origin): boolean {
  return a !== 'opaque' && b !== 'opaque' && a.scheme === b.scheme && a.host === b.host && a.port === b.port;
}

/** An origin as a person writes it. */
export function serializeOrigin(origin: Origin): string {
  if (origin === 'opaque') return 'opaque';
  return `${origin.scheme}://${origin.host ?? ''}${origin.port === null ? '' : `:${origin.port}`}`;
}

/** Serialises an http(s) URL without userinfo and fragment: what leaves for the network, and what a report may show. */
export function serializeForNetwork(url: UrlRecord): string {
  return serializeOrigin(url) + url.path + url.query;
}
