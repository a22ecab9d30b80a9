import { randomBytes } from 'node:crypto';
import type { LedgerEntry, Servers } from '../../../servers/index.ts';
import { type BrowserSession, EngineError, type EnginePage } from '../../engines/engine.ts';
import { AGENT_PATH, HOST_PATH } from '../../plan/world.ts';
import { hostMarkup } from '../../rig/markup.ts';
import { ANSWER_PATH, type Answer, answerSchema, COMMAND_PATH, type Command } from './remote.ts';

/** A person may take their time. */
const PATIENCE = 3_600_000;

/** What nobody can guess. */
const newTicket = (): string => randomBytes(18).toString('base64url');

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
  readonly #first = newTicket();
  #next = this.#first;
  /** Answers that were looked at already. */
  #seen = new Set<LedgerEntry>();
  /** What the browser calls itself, once it was heard of. */
  userAgent = '';
  /** Answers that were not taken, in words: forged ones, and such as cannot be read. */
  readonly refused: string[] = [];

  constructor(servers: Servers, origin: string) {
    this.#servers = servers;
    this.#origin = origin;
  }

  /** The link that opens the page; nobody else can ask for its commands. */
  get url(): string {
    return `${this.#origin}${HOST_PATH}#${this.#first}`;
  }

  /** The page is already there, opened by the person; only its frames of the last run have to go. */
  async goto(url: string): Promise<void> {
    if (new URL(url).origin !== this.#origin)
      throw new EngineError('protocol', `${url} is on another origin than the page that was opened by hand`);
    await this.evaluate('document.querySelectorAll("iframe").forEach((frame) => frame.remove())');
  }

  async evaluate<T>(expression: string): Promise<T> {
    const ticket = this.#next;
    this.#next = newTicket();
    const command: Command = { expression, next: this.#next };
    this.#servers.serve(`${this.#origin}${COMMAND_PATH}${ticket}`, {
      headers: [],
      contentType: 'application/json',
      body: JSON.stringify(command),
    });
    this.serveHost();
    let answer: Answer | null = null;
    const isAnswer = (entry: LedgerEntry) => {
      answer ??= this.#answerIn(entry, ticket);
      return answer !== null;
    };
    await this.#servers.ledger.waitFor(isAnswer, { timeoutMs: PATIENCE });
    if (answer === null) throw new EngineError('timeout', 'nobody opened the page');
    const { value, error, userAgent } = answer as Answer;
    this.userAgent = userAgent;
    if (error !== undefined) throw new EngineError('script', error);
    return value as T;
  }

  /** The answer to the command with this ticket, where the entry is one. */
  #answerIn(entry: LedgerEntry, ticket: string): Answer | null {
    if (entry.kind !== 'report' || new URL(entry.url).pathname !== ANSWER_PATH || this.#seen.has(entry))
      return null;
    this.#seen.add(entry);
    const parsed = answerSchema.safeParse(entry.report);
    if (parsed.success && parsed.data.ticket === ticket) return parsed.data;
    const what = parsed.success ? 'names no command that was given' : 'cannot be read';
    this.refused.push(`an answer from ${entry.headers.origin ?? 'no origin'} ${what}`);
    return null;
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
