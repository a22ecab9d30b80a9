import { type Servers, startServers } from '../../servers/index.ts';
import type { BrowserIdentity, BrowserSession, EnginePage } from '../engines/engine.ts';
import type { BrowserChoice } from '../engines/find.ts';
import { launch } from '../engines/launch.ts';
import { bundleAgent } from '../page/bundle.ts';
import { hosts, WEBTRANSPORT_HOST } from '../plan/world.ts';

/**
 * What a worker keeps from its first scenario to its last: the local servers, one browser, and its pages, used again and
 * again. A browser that is lost is replaced.
 */
export class Rig {
  #session: BrowserSession;
  #pages: EnginePage[] = [];
  #run = 0;

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

  /** Starts servers and browser. @throws EngineError when the browser cannot be started */
  static start(browser: BrowserChoice): Promise<Rig> {
    return Rig.around(({ proxy }) => launch(browser, { proxy, direct: [WEBTRANSPORT_HOST] }));
  }

  /**
   * Starts the servers, and whatever browser is to be used with them.
   *
   * @param browser starts it, or starts it again after it was lost
   * @param script runs in every document besides the agent
   */
  static async around(browser: (servers: Servers) => Promise<BrowserSession>, script = ''): Promise<Rig> {
    const [servers, agent] = await Promise.all([startServers({ hosts }), bundleAgent()]);
    const start = () => browser(servers);
    try {
      return new Rig(servers, agent + script, start, await start());
    } catch (error) {
      await servers.close();
      throw error;
    }
  }

  get identity(): BrowserIdentity {
    return this.#session.identity;
  }

  /** Forgets the last run; requests of it that still arrive are kept apart by their `run` parameter. */
  nextRun(): string {
    this.servers.reset();
    this.#run += 1;
    return String(this.#run);
  }

  /** The n-th page, opened when it is first asked for. */
  async page(index: number): Promise<EnginePage> {
    const page = this.#pages[index] ?? (await this.#session.open());
    this.#pages[index] = page;
    return page;
  }

  /** A fresh browser in place of the one that crashed or hangs. */
  async restart(): Promise<void> {
    await this.#session.close();
    this.#pages = [];
    this.#session = await this.#start();
  }

  async close(): Promise<void> {
    await this.#session.close();
    await this.servers.close();
  }
}
