import type { Behaviour } from './behaviour.ts';
import { type Certificates, createCertificates } from './certificates.ts';
import { Declarations } from './declarations.ts';
import { Ledger } from './ledger.ts';
import { startProxy } from './proxy/proxy.ts';
import type { Resource } from './resource.ts';
import { type Site, startSite } from './site.ts';
import { openUdpSink, type UdpSink } from './udp-sink.ts';
import { createWorld } from './world.ts';

export type { Behaviour, Hop } from './behaviour.ts';
export type { Certificates } from './certificates.ts';
export type { Cors } from './cors.ts';
export type { Ledger, LedgerEntry, LedgerKind } from './ledger.ts';
export type { HeaderLine, Resource } from './resource.ts';
export type { Site } from './site.ts';
export type { UdpSink } from './udp-sink.ts';

/** The local world: everything a browser under test can reach. */
export interface Servers {
  /** Start the browser with this forward proxy, for every host, loopback included. */
  readonly proxy: { readonly host: '127.0.0.1'; readonly port: number; readonly url: string };
  readonly ledger: Ledger;
  readonly certificates: Pick<Certificates, 'ca' | 'leafHash'>;
  /** Answers for `page.test` and everything below. */
  readonly page: Site;
  /** Answers for all other hosts of the world; closing it is how a server that is down is tried. */
  readonly thirdParty: Site;
  /**
   * Serves a resource at this exact URL: scheme, host, port and path; the query is ignored.
   *
   * @throws Error when the URL is not an absolute http(s) one or a header cannot be sent
   */
  serve(url: string, resource: Resource): void;
  /**
   * Declares how the target of a case answers, on every URL that carries the query parameter `case`.
   *
   * @throws Error when a header cannot be sent
   */
  behave(caseId: string, behaviour: Behaviour): void;
  /**
   * Forgets resources, behaviours and ledger entries. What still arrives with a `run` parameter seen before is kept
   * apart (`ledger.strays()`), so each run needs an id of its own.
   */
  reset(): void;
  /** Opens a UDP port for WebTransport; the ledger's `quic` entries carry its port in the URL, and the case id given. */
  udpSink(caseId?: string): Promise<UdpSink>;
  /** Stops everything, sinks included, and cuts what is still open. */
  close(): Promise<void>;
}

/**
 * Starts proxy, page server and third-party server, all on free ports of 127.0.0.1.
 *
 * @param options.hosts the hosts that exist, on any port: names, `*.` wildcards, IP addresses (`[::1]` in brackets)
 * @throws Error naming an item that is not a host
 */
export async function startServers(options: { hosts: readonly string[] }): Promise<Servers> {
  const world = createWorld(options.hosts);
  const certificates = await createCertificates(world.hosts);
  const declarations = new Declarations();
  const ledger = new Ledger();
  const context = { declarations, ledger, certificates };
  const [page, thirdParty] = await Promise.all([startSite(context), startSite(context)]);
  const { host, port, url, close: closeProxy } = await startProxy(world, ledger, { page, thirdParty });
  const sinks: UdpSink[] = [];
  const reset = () => {
    declarations.reset();
    ledger.reset();
  };
  return {
    proxy: { host, port, url },
    ledger,
    certificates: { ca: certificates.ca, leafHash: certificates.leafHash },
    page,
    thirdParty,
    serve: (at, resource) => declarations.serve(at, resource),
    behave: (caseId, behaviour) => declarations.behave(caseId, behaviour),
    reset,
    async udpSink(caseId) {
      const sink = await openUdpSink(ledger, caseId ?? null);
      sinks.push(sink);
      return sink;
    },
    async close() {
      await Promise.all([
        closeProxy(),
        page.close(),
        thirdParty.close(),
        ...sinks.map((sink) => sink.close()),
      ]);
      // Whoever still waits for an arrival will not see one.
      ledger.reset();
    },
  };
}
