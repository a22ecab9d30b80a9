import type { Behaviour } from './behaviour.ts';
import { type Certificates, createCertificates } from './certificates.ts';
import { Declarations } from './declarations.ts';
import { type Fault, Faults } from './faults.ts';
import { jitterUpTo } from './jitter.ts';
import { Ledger } from './ledger.ts';
import { LOOPBACK } from './listen.ts';
import { type Credentials, GREETING, GREETING_HOST } from './proxy/credentials.ts';
import { startProxy } from './proxy/proxy.ts';
import type { Resource } from './resource.ts';
import { type Site, startSite } from './site.ts';
import { type UdpSink, UdpSinks } from './udp-sink.ts';
import { createWorld } from './world.ts';

export type { Behaviour, Hop } from './behaviour.ts';
export type { Certificates } from './certificates.ts';
export type { Cors } from './cors.ts';
export type { Failure } from './failure.ts';
export type { Fault } from './faults.ts';
export type { Ledger, LedgerEntry, LedgerKind } from './ledger.ts';
export { parseUrl } from './parse-url.ts';
export type { Credentials } from './proxy/credentials.ts';
export type { HeaderLine, Resource } from './resource.ts';
export type { Site } from './site.ts';
export type { UdpSink } from './udp-sink.ts';

/** Where a browser that shows the proxy's credentials is greeted, and with which text. */
export const greeting = { url: `http://${GREETING_HOST}/`, text: GREETING } as const;

/** The local world: everything a browser under test can reach. */
export interface Servers {
  /** Start the browser with this forward proxy, for every host, loopback included. */
  readonly proxy: { readonly host: string; readonly port: number; readonly url: string };
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
   * Forgets resources, behaviours and ledger entries.
   *
   * @param run what the URLs of cases carry in the query parameter `run` from now on: nobody else may be able to guess
   *   it. What names a case and another run, or none, is kept apart (`ledger.strays()`). Unless given, any run counts.
   */
  reset(run?: string): void;
  /**
   * Makes a server misbehave, until it is taken back with null; `reset` leaves it.
   *
   * @param where a case id for what is about requests, a host name for what is about connections
   */
  misbehave(where: string, fault: Fault | null): void;
  /** The UDP ports for WebTransport. Start the browser so that a host of its own leads to them without the proxy. */
  readonly udpPorts: readonly number[];
  /**
   * Takes a UDP port for WebTransport, until the next `reset`; the ledger's `quic` entries carry it in the URL, and the
   * case id given.
   *
   * @throws Error when all are taken
   */
  udpSink(caseId?: string): UdpSink;
  /** Stops everything, sinks included, and cuts what is still open. */
  close(): Promise<void>;
}

/**
 * Starts page server, third-party server, and the proxy that leads to them: it alone listens, on a free port of 127.0.0.1
 * unless told otherwise. On any other address it asks for credentials, which have to be given.
 *
 * @param options.hosts the hosts that exist, on any port: names, `*.` wildcards, IP addresses (`[::1]` in brackets)
 * @param options.credentials what the proxy asks of every client; nothing unless given
 * @param options.listen the address and the port that the proxy listens on
 * @param options.udpPorts how many cases of a run can have a UDP port; 8 unless given
 * @param options.jitterMs up to how many milliseconds every tunnel and every answer is held back; 0 unless given
 * @throws Error naming an item that is not a host; or where the address or the port cannot be had
 */
export async function startServers(options: {
  hosts: readonly string[];
  credentials?: Credentials | undefined;
  listen?: { host?: string | undefined; port?: number | undefined };
  udpPorts?: number;
  jitterMs?: number;
}): Promise<Servers> {
  const { host: address = LOOPBACK } = options.listen ?? {};
  if (address !== LOOPBACK && options.credentials === undefined)
    throw new Error(`a proxy that listens on ${address} needs credentials to ask for`);
  const world = createWorld(options.hosts);
  const certificates = await createCertificates(world.hosts);
  const declarations = new Declarations();
  const ledger = new Ledger();
  const faults = new Faults();
  const jitter = jitterUpTo(options.jitterMs ?? 0);
  const context = { declarations, ledger, certificates, world, faults, jitter };
  const [page, thirdParty] = await Promise.all([startSite(context), startSite(context)]);
  const {
    host,
    port,
    url,
    close: closeProxy,
  } = await startProxy({
    ...{ world, ledger, jitter },
    sites: { page, thirdParty },
    credentials: options.credentials ?? null,
    listen: options.listen ?? {},
  });
  const sinks = await UdpSinks.reserve(ledger, options.udpPorts ?? 8);
  const reset = (run?: string) => {
    declarations.reset();
    ledger.reset(run ?? null);
    sinks.reset();
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
    misbehave: (where, fault) => faults.set(where, fault),
    udpPorts: sinks.ports,
    udpSink: (caseId) => sinks.take(caseId ?? null),
    async close() {
      await Promise.all([closeProxy(), page.close(), thirdParty.close(), sinks.close()]);
      // Whoever still waits for an arrival will not see one.
      ledger.reset();
    },
  };
}
