/**
 * The points where the text says one thing, browsers do another, and an open issue of the specification says so.
 * Each is a switch: the oracle answers by the text unless told to use the reading that browsers share.
 */
export const disputes = [
  {
    id: 'websocket-schemes',
    issue: 'csp#332',
    text: 'A WebSocket is matched by the http(s) URL of its request: `https:` and `https://h` match wss://h, and `wss:` matches fetches.',
    shared:
      'A WebSocket is matched by its own ws(s) URL: `https:` does not reach it, nor `wss:` anything else.',
  },
  {
    id: 'port-80-to-443',
    issue: 'csp#439',
    text: 'Port 80 in a source matches port 80 alone, whatever becomes of the scheme.',
    shared: 'Where http is upgraded to https (or ws to wss), port 80 in a source matches port 443 too.',
  },
  {
    id: 'ip-literals',
    issue: 'csp#440',
    text: 'No host-part matches an IP address, not even the wildcard.',
    shared: 'An IPv4 address matches as any host name does, and the wildcard matches every address.',
  },
] as const;

/** The name of a disputed point. */
export type DisputeId = (typeof disputes)[number]['id'];

/** Which disputed points are read as browsers read them (`true`); the others follow the text. */
export type Reading = Readonly<Partial<Record<DisputeId, boolean>>>;
