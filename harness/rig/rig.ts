import { randomBytes } from 'node:crypto';
import { type Credentials, greeting, type Servers, startServers } from '../../servers/index.ts';
import {
  type BrowserIdentity,
  type BrowserSession,
  EngineError,
  type EnginePage,
} from '../engines/engine.ts';
import type { BrowserChoice } from '../engines/find.ts';
import { launch } from '../engines/launch.ts';
import { listeningFor } from '../engines/listen.ts';
import { proxyPortFromEnvironment } from '../engines/proxy-port.ts';
import { UDP_PORTS, WEBTRANSPORT_HOST, hosts as worldHosts } from '../plan/world.ts';
import { bundleAgent } from './bundle.ts';
import { cannotListen, exposure, newCredentials } from './exposure.ts';
import { jitterFromEnvironment } from './jitter.ts';
import { parsesImportAttributes } from './parses-import-attributes.ts';

interface AroundOptions {
  hosts?: readonly string[];
  script?: string;
  listen?: { host: string; credentials: Credentials };
}

/**
 * What a worker keeps from its first scenario to its last: the local servers, one browser, and its pages, used again and
 * again. A browser that is lost is replaced.
 */
export class Rig {
  #session: BrowserSession;
  #pages: EnginePage[] = [];
  readonly #givenUp = new WeakSet<EnginePage>();
  /** Nobody else can name a run of this rig, and so speak for a case. */
  readonly #token = randomBytes(16).toString('hex');
  #run = 0;
  #closed = false;

  /** Which mechanisms the browser is known to have, and where: see `supportKey`. */
  readonly supported = new Set<string>();
  /** Whether the browser knows Connection-Allowlist; null until that was found out. */
  knowsAllowlists: boolean | null = null;
  /** Whether events of the browser were heard that do not name the redirected connection they are about. */
  redirectsAlone = false;
  /** What the keys of documents are made with; no page is ever given it. */
  readonly secret = randomBytes(32).toString('base64url');
  /** The servers of this worker. */
  readonly servers: Servers;
  /** The agent's script. */
  readonly agent: string;
  readonly #start: () => Promise<BrowserSession>;

  private constructor(
    servers: Servers,
    agent: string,
    start: () => Promise<BrowserSession>,
    session: BrowserSession,
  ) {
    this.servers = servers;
    this.agent = agent;
    this.#start = start;
    this.#session = session;
  }

  /**
   * Starts servers and browser.
   *
   * A browser of another machine reaches the proxy at the address that `--listen` names, and says who it is by
   * credentials that this rig has made. WebTransport, which goes around every proxy, does not reach it there.
   *
   * @param hosts the hosts that exist; the proxy refuses every other
   * @throws EngineError when the browser cannot be started; UserError where the proxy cannot listen where it is to
   */
  static async start(browser: BrowserChoice, hosts: readonly string[] = worldHosts): Promise<Rig> {
    const listening = await listeningFor(browser);
    if (listening === null)
      return Rig.around(
        ({ proxy, udpPorts }) =>
          launch(browser, { proxy, direct: { host: WEBTRANSPORT_HOST, ports: udpPorts } }),
        { hosts },
      );
    const credentials = newCredentials();
    return Rig.around(
      ({ proxy: { port } }) => {
        console.error(exposure(browser.name, listening, port));
        return launch(browser, {
          proxy: { host: listening.reachedAt, port, pass: { ...credentials, greeting } },
        });
      },
      { hosts, listen: { host: listening.host, credentials } },
    );
  }

  /**
   * Starts the servers, and whatever browser is to be used with them.
   *
   * @param browser starts it, or starts it again after it was lost
   * @param options.hosts the hosts that exist; by default those of the corpus
   * @param options.script runs in every document besides the agent
   * @param options.listen where the proxy listens, if not on 127.0.0.1, and whom it takes
   * @throws UserError where the port that `--proxy-port` names cannot be had
   */
  static async around(
    browser: (servers: Servers) => Promise<BrowserSession>,
    { hosts = worldHosts, script = '', listen }: AroundOptions = {},
  ): Promise<Rig> {
    const jitterMs = jitterFromEnvironment();
    const port = proxyPortFromEnvironment() ?? undefined;
    const servers = await startServers({
      ...{ hosts, jitterMs, udpPorts: UDP_PORTS },
      listen: { host: listen?.host, port },
      credentials: listen?.credentials,
    }).catch((cause) => {
      throw cannotListen(cause, listen?.host, port);
    });
    const start = () => browser(servers);
    try {
      // The agent that nearly every browser takes is made while the browser starts.
      const [session, usual] = await Promise.all([start(), bundleAgent(true)]);
      const agent = parsesImportAttributes(session.identity) ? usual : await bundleAgent(false);
      return new Rig(servers, agent + script, start, session);
    } catch (error) {
      await servers.close();
      throw error;
    }
  }

  get identity(): BrowserIdentity {
    return this.#session.identity;
  }

  /** Forgets the last run; what arrives without this one's `run` parameter is kept apart. */
  nextRun(): string {
    this.#run += 1;
    const run = `${this.#token}-${this.#run}`;
    this.servers.reset(run);
    return run;
  }

  /** The n-th page, opened when it is first asked for, or after it was given up. */
  async page(index: number): Promise<EnginePage> {
    const known = this.#pages[index];
    const givenUp = known !== undefined && this.#givenUp.delete(known);
    const page = known === undefined || givenUp ? await this.#session.open() : known;
    this.#pages[index] = page;
    // Not before there is another: some drivers end with their last window.
    if (givenUp) await known.close();
    return page;
  }

  /** Has a page not be used in another run: something of what it holds would outlive it. */
  giveUp(page: EnginePage): void {
    this.#givenUp.add(page);
  }

  /** Closes every page: the next ones know nothing of what these have stored. */
  async closePages(): Promise<void> {
    const pages = this.#pages;
    this.#pages = [];
    await Promise.all(pages.map((page) => page.close()));
  }

  /**
   * A fresh browser in place of the one that crashed or hangs.
   * @throws EngineError also once the rig was closed, by whoever did not wait for this: nothing is left running then
   */
  async restart(): Promise<void> {
    await this.#session.close();
    this.#pages = [];
    if (!this.#closed) this.#session = await this.#start();
    if (!this.#closed) return;
    await this.#session.close();
    throw new EngineError('crash', 'the browser was closed for good');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#session.close();
    await this.servers.close();
  }
}
