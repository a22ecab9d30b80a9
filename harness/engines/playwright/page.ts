import type { BrowserContext, Page } from 'playwright';
import type { ConsoleMessage, EnginePage } from '../engine.ts';
import { unwrapResult, wrapExpression } from '../expression.ts';
import { LIMITS, within } from '../time-limits.ts';
import { asEngineError } from './errors.ts';
import { leaveChromiumNetworkEvents } from './leave-network-events.ts';

/** A page of a browser that Playwright drives, in a browser context of its own. */
export class PlaywrightPage implements EnginePage {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #whenClosed: () => void;
  #console: ConsoleMessage[] | null;

  /**
   * @param hasConsole whether what the browser refuses gets to the console that is told here
   * @param whenClosed called by {@link close}
   */
  constructor(context: BrowserContext, page: Page, hasConsole: boolean, whenClosed: () => void) {
    this.#context = context;
    this.#page = page;
    this.#whenClosed = whenClosed;
    this.#console = hasConsole ? [] : null;
    page.on('console', (message) => {
      this.hear({ time: message.timestamp(), type: message.type(), text: message.text() });
    });
  }

  /** Adds to the console. */
  hear(message: ConsoleMessage): void {
    this.#console?.push(message);
  }

  /**
   * Of Chromium, all that is wanted is the console. Playwright leaves out what Chromium itself writes to it on behalf of a
   * worker; this adds it.
   */
  async tellOnlyTheConsole(): Promise<void> {
    await leaveChromiumNetworkEvents(this.#page);
    const session = await this.#context.newCDPSession(this.#page);
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.source === 'worker') {
        this.hear({ time: entry.timestamp, type: entry.level, text: entry.text });
      }
    });
    await session.send('Log.enable');
  }

  async goto(url: string): Promise<void> {
    try {
      await this.#page.goto(url, { timeout: LIMITS.navigation });
    } catch (error) {
      throw asEngineError(error);
    }
  }

  async evaluate<T>(expression: string): Promise<T> {
    try {
      const result = this.#page.evaluate<string>(wrapExpression(expression));
      return unwrapResult<T>(await within(LIMITS.script, 'a script in the page', result));
    } catch (error) {
      throw asEngineError(error);
    }
  }

  console(): ConsoleMessage[] | null {
    const messages = this.#console;
    if (messages) this.#console = [];
    return messages;
  }

  async close(): Promise<void> {
    this.#whenClosed();
    await within(LIMITS.close, 'closing a page', this.#context.close()).catch(() => {});
  }
}
