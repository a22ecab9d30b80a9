import { isIP } from 'node:net';
import { parseUrl } from './parse-url.ts';

/** The hosts that exist for a browser; the proxy refuses every other one. */
export interface World {
  /** The hosts as given, in the form a URL shows them: lower case, punycode, IPv6 in brackets. */
  readonly hosts: readonly string[];
  /** Whether this host exists. Takes a host name as `URL.hostname` gives it. */
  has(hostname: string): boolean;
  /** Whether the page server answers for this host (`page.test` and everything below); the third-party server has the rest. */
  isPage(hostname: string): boolean;
}

/**
 * Reads the list of hosts that make up the world.
 *
 * @param hosts exact names, `*.` wildcards (any depth, not the name itself), IP addresses (IPv6 in brackets); no ports
 * @throws Error when an item is not a host, naming the item
 */
export function createWorld(hosts: readonly string[]): World {
  const all = hosts.map(readHost);
  const exact = new Set(all.filter((host) => !host.startsWith('*.')));
  const suffixes = all.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  return {
    hosts: all,
    has: (hostname) =>
      exact.has(hostname) ||
      suffixes.some((suffix) => hostname.length > suffix.length && hostname.endsWith(suffix)),
    isPage: (hostname) => hostname === 'page.test' || hostname.endsWith('.page.test'),
  };
}

/** The IP address a host stands for, without brackets, or null when it is a name. */
export function ipAddress(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
}

function readHost(host: string): string {
  const wildcard = host.startsWith('*.');
  const name = wildcard ? host.slice(2) : host;
  const url = parseUrl(`http://${name}/`);
  if (
    !url ||
    url.port ||
    url.pathname !== '/' ||
    url.username ||
    url.search ||
    /[:/?#@*]/.test(withoutBrackets(name))
  ) {
    throw new Error(
      `"${host}" is not a host of the world: write a name, "*.name" or an IP address, without scheme, port or path`,
    );
  }
  return (wildcard ? '*.' : '') + url.hostname;
}

/** IPv6 literals carry colons of their own. */
function withoutBrackets(name: string): string {
  return name.replace(/^\[[^\]]*\]$/, '');
}
