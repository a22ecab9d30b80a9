/**
 * The hosts that exist. A browser reaches them, on any port, through the forward proxy, and nothing else; no hosts file
 * and no name server knows them.
 */
export const hosts = [
  'page.test',
  '*.page.test',
  'api.test',
  'api.test.',
  '*.api.test',
  'third.test',
  '*.third.test',
  'other.test',
  'report.test',
  'webtransport.test',
  // Documentation examples run verbatim.
  'example.com',
  '*.example.com',
  'not-example.com',
  'example.org',
  // A name that browsers know by HSTS before they have heard of it.
  'stripe.com',
  // A name that needs punycode (bücher.test), and the hosts that unquoted keywords name.
  'xn--bcher-kva.test',
  'self',
  'none',
  'localhost',
  '*.localhost',
  '127.0.0.1',
  '127.0.0.2',
  '[::1]',
] as const;

/** Where documents are opened, unless a scenario says otherwise. */
export const DEFAULT_PAGE = 'https://page.test/';

/** Where `report-uri` and `report-to` of a document with `reports` lead. */
export const REPORT_ORIGIN = 'https://report.test';

/** Where it is said that a document is gone. */
export const GONE_ORIGIN = 'https://gone.page.test';

/** Whether a URL's host (as the URL Standard serialises it) is in the world. */
export function inWorld(hostname: string): boolean {
  return hosts.some((host) =>
    host.startsWith('*.')
      ? hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1
      : host === hostname,
  );
}

/** The host of WebTransport targets. QUIC does not pass a proxy, so browsers are told to go to 127.0.0.1 for this name. */
export const WEBTRANSPORT_HOST = 'webtransport.test';

/**
 * The port WebTransport targets are written with. Each connection gets a UDP port of its own, which takes this one's
 * place in its URL and in its document's policies, and is put back in what the browser says of them.
 */
export const WEBTRANSPORT_PORT = '4433';

/**
 * How many UDP ports there are for the WebTransport connections that run together, those of their controls included. The
 * browser is told of each before it starts, since pages reach them without the proxy.
 */
export const UDP_PORTS = 128;

/** The path of the agent's script, on every origin. */
export const AGENT_PATH = '/connect-src-agent.js';

/** The path of the page without policy that framed documents are put in, on every origin. */
export const HOST_PATH = '/connect-src-host';
