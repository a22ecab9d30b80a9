import type { LedgerEntry, Servers } from '../../servers/index.ts';
import { type BrowserSession, EngineError, type EnginePage } from '../engines/engine.ts';
import { hostMarkup } from '../page/markup.ts';
import { AGENT_PATH, HOST_PATH } from '../plan/world.ts';
import { ANSWER_PATH, type Answer, COMMAND_PATH } from './remote.ts';

/** A person may take their time. */
const PATIENCE = 3_600_000;

/** A person's browser as the harness sees one: a single page, driven through the page's own requests. */
export function sessionByHand(servers: Servers, origin: string): BrowserSession & { page: PageByHand } {
  const page = new PageByHand(servers, origin);
  return {
    page,
    identity: { name: 'by hand', engine: 'chromium', version: '', os: '', drivenBy: 'a person' },
    closed: new Promise(() => {}),
    open: async () => page,
    close: async () => {},
  };
}

/** The host page in that browser. */
export class PageByHand implements EnginePage {
  readonly #servers: Servers;
  readonly #origin: string;
  #next = 0;
  /** What the browser calls itself, once it was heard of. */
  userAgent = '';

  constructor(servers: Servers, origin: string) {
    this.#servers = servers;
    this.#origin = origin;
  }

  /** The page is already there, opened by the person; only its frames of the last run have to go. */
  async goto(url: string): Promise<void> {
    if (new URL(url).origin !== this.#origin)
      throw new EngineError('protocol', `${url} is on another origin than the page that was opened by hand`);
    await this.evaluate('document.querySelectorAll("iframe").forEach((frame) => frame.remove())');
  }

  async evaluate<T>(expression: string): Promise<T> {
    const number = this.#next++;
    const isAnswer = (entry: LedgerEntry) =>
      entry.kind === 'report' &&
      entry.url.includes(ANSWER_PATH) &&
      (entry.report as Answer | undefined)?.command === number;
    this.#servers.serve(`${this.#origin}${COMMAND_PATH}${number}`, {
      headers: [],
      contentType: 'application/json',
      body: JSON.stringify({ expression }),
    });
    this.serveHost();
    const entry = await this.#servers.ledger.waitFor(isAnswer, { timeoutMs: PATIENCE });
    if (entry === null) throw new EngineError('timeout', 'nobody opened the page');
    const { value, error, userAgent } = entry.report as Answer;
    this.userAgent = userAgent;
    if (error !== undefined) throw new EngineError('script', error);
    return value as T;
  }

  /** Serves the page that the person opens. */
  serveHost(): void {
    this.#servers.serve(this.#origin + HOST_PATH, {
      headers: [],
      contentType: 'text/html; charset=utf-8',
      body: hostMarkup(AGENT_PATH),
    });
  }

  console(): null {
    return null;
  }

  async close(): Promise<void> {}
}
