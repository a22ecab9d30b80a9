import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserChoice } from '../browsers.ts';
import type { BrowserIdentity, BrowserSession, ConsoleMessage, EnginePage } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { unwrapResult, wrapExpression } from '../expression.ts';
import { operatingSystem } from '../identity.ts';
import { LIMITS } from '../time-limits.ts';
import type { BidiClient } from './client.ts';

/** A browser that the harness drives by itself over WebDriver BiDi. */
export class BidiSession implements BrowserSession {
  readonly identity: BrowserIdentity;
  readonly closed: Promise<string>;
  readonly #bidi: BidiClient;
  readonly #hasConsole: boolean;
  readonly #end: () => Promise<void>;
  readonly #pages = new Map<string, BidiPage>();
  #closing: Promise<void> | null = null;

  /**
   * @param hasConsole whether {@link hear} will be told what the browser refuses
   * @param ended resolves with the reason when the browser ends
   * @param end ends it, and waits until it is gone
   */
  constructor(
    choice: BrowserChoice,
    version: string,
    bidi: BidiClient,
    hasConsole: boolean,
    ended: Promise<string>,
    end: () => Promise<void>,
  ) {
    this.identity = {
      name: choice.name,
      engine: choice.engine,
      version,
      os: choice.system ?? operatingSystem(),
      drivenBy: 'WebDriver BiDi',
    };
    this.#bidi = bidi;
    this.#hasConsole = hasConsole;
    this.#end = end;
    this.closed = new Promise((resolve) => {
      void ended.then((reason) => {
        if (!this.#closing) resolve(reason);
      });
    });
  }

  /** Tells each open page a line of the console. */
  hear(message: ConsoleMessage): void {
    for (const page of this.#pages.values()) page.hear(message);
  }

  /** Has pages hear what they write to the console themselves; what the browser refuses comes by {@link hear}. */
  async followPages(): Promise<void> {
    this.#bidi.on<LogEntry>('log.entryAdded', ({ type, level, text, timestamp, source: { context } }) => {
      if (type !== 'console') return;
      this.#pages.get(context ?? '')?.hear({ time: timestamp, type: level === 'info' ? 'log' : level, text });
    });
    await this.#bidi.send('session.subscribe', { events: ['log.entryAdded'] });
  }

  async open(): Promise<EnginePage> {
    // A Firefox of 115 has none: there, all pages share what a page stores, as over WebDriver.
    const own = await this.#bidi.sendIfKnown<{ userContext: string }>('browser.createUserContext', {});
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', {
      type: 'window',
      ...own,
    });
    const page = new BidiPage(this.#bidi, context, this.#hasConsole, async () => {
      this.#pages.delete(context);
      if (own === null) await this.#bidi.send('browsingContext.close', { context });
      else await this.#bidi.send('browser.removeUserContext', own);
    });
    this.#pages.set(context, page);
    return page;
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }
}

/** A line that a page wrote: https://www.w3.org/TR/webdriver-bidi/#types-log-logentry */
interface LogEntry {
  type: string;
  level: string;
  text: string;
  timestamp: number;
  source: { context?: string };
}

/** What a script came to: https://www.w3.org/TR/webdriver-bidi/#type-script-EvaluateResult */
type Evaluated =
  | { type: 'success'; result: { type: string; value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** How often a page that has been sent elsewhere is asked whether it has come there, in milliseconds. */
const ASK_EVERY = 2_000;

/** No two documents of a page have begun at the same moment. */
const WHICH_DOCUMENT = 'performance.timeOrigin';

class BidiPage implements EnginePage {
  readonly #bidi: BidiClient;
  readonly #context: string;
  readonly #close: () => Promise<void>;
  #console: ConsoleMessage[] | null;

  constructor(bidi: BidiClient, context: string, hasConsole: boolean, close: () => Promise<void>) {
    this.#bidi = bidi;
    this.#context = context;
    this.#close = close;
    this.#console = hasConsole ? [] : null;
  }

  hear(message: ConsoleMessage): void {
    this.#console?.push(message);
  }

  /**
   * Once in many times Firefox gives no answer for a page that leads itself away before it has loaded. So the page is asked as
   * well: another document than before, and all of it, is what an answer would say.
   */
  async goto(url: string): Promise<void> {
    const before = await this.evaluate<number>(WHICH_DOCUMENT);
    const params = { context: this.#context, url, wait: 'complete' };
    const answer = this.#bidi.send('browsingContext.navigate', params, LIMITS.navigation);
    let over = false;
    try {
      await Promise.race([answer, this.#loadedAfter(before, () => over)]);
    } finally {
      over = true;
      // It may still come to its limit, when nobody waits for it any more.
      answer.catch(() => {});
    }
  }

  async #loadedAfter(before: number, over: () => boolean): Promise<void> {
    for (;;) {
      await delay(ASK_EVERY, undefined, { ref: false });
      if (over()) return;
      const loaded = await this.evaluate<number | null>(
        `document.readyState === 'complete' ? ${WHICH_DOCUMENT} : null`,
      ).catch(() => null);
      if (loaded !== null && loaded !== before) return;
    }
  }

  async evaluate<T>(expression: string): Promise<T> {
    const params = {
      expression: wrapExpression(expression),
      target: { context: this.#context },
      awaitPromise: true,
      resultOwnership: 'none',
    };
    const evaluated = await this.#bidi.send<Evaluated>('script.evaluate', params, LIMITS.script);
    // The wrapped expression rejects never: what does is its document, which is no more.
    if (evaluated.type === 'exception') throw new EngineError('script', evaluated.exceptionDetails.text);
    return unwrapResult<T>(evaluated.result.value);
  }

  console(): ConsoleMessage[] | null {
    const messages = this.#console;
    if (messages) this.#console = [];
    return messages;
  }

  async close(): Promise<void> {
    await this.#close().catch(() => {});
  }
}
