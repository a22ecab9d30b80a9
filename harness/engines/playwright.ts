import { type Browser, type BrowserContext, chromium, errors, firefox, type Page, webkit } from 'playwright';
import type { BrowserChoice } from './choice.ts';
import { chromiumOptions } from './chromium-options.ts';
import type { BrowserIdentity, BrowserSession, ConsoleMessage, EnginePage, LaunchOptions } from './engine.ts';
import { EngineError } from './errors.ts';
import { unwrapResult, wrapExpression } from './expression.ts';
import { firefoxBuildOptions, stockFirefoxOptions } from './firefox-options.ts';
import { operatingSystem, playwrightVersion } from './identity.ts';
import { endChildrenWithThisProcess } from './processes.ts';
import { LIMITS, within } from './time-limits.ts';

/** Whether a choice of Firefox is a stock one, which speaks WebDriver BiDi, and not Playwright's own build. */
function isStockFirefox(choice: BrowserChoice): boolean {
  return choice.engine === 'firefox' && choice.how !== 'playwright-build';
}

/**
 * Starts a browser through Playwright.
 * @throws {EngineError} `missing` when it is not installed, `crash` or `timeout` when it does not start
 */
export async function launchPlaywright(
  choice: BrowserChoice,
  options: LaunchOptions,
): Promise<BrowserSession> {
  endChildrenWithThisProcess();
  try {
    return new PlaywrightSession(choice, await start(choice, options));
  } catch (error) {
    throw asEngineError(error);
  }
}

function start(choice: BrowserChoice, options: LaunchOptions): Promise<Browser> {
  const common = {
    headless: options.headless ?? true,
    timeout: LIMITS.launch,
    // Who ends this process, and when, is for the harness to say (see processes.ts).
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const where = {
    ...(choice.executablePath ? { executablePath: choice.executablePath } : {}),
    ...(choice.channel ? { channel: choice.channel } : {}),
  };
  switch (choice.engine) {
    case 'chromium':
      return chromium.launch({ ...common, ...where, ...chromiumOptions(options) });
    case 'firefox':
      return isStockFirefox(choice)
        ? firefox.launch({
            ...common,
            channel: choice.channel ?? 'moz-firefox',
            ...stockFirefoxOptions(options, choice.executablePath ?? null),
          })
        : firefox.launch({ ...common, ...where, ...firefoxBuildOptions(options) });
    case 'webkit': {
      const server = `http://${options.proxy.host}:${options.proxy.port}`;
      return webkit.launch({ ...common, ...where, proxy: { server } });
    }
  }
}

class PlaywrightSession implements BrowserSession {
  readonly identity: BrowserIdentity;
  readonly closed: Promise<string>;
  readonly #browser: Browser;
  readonly #hasConsole: boolean;
  #closing = false;

  constructor(choice: BrowserChoice, browser: Browser) {
    const protocol = isStockFirefox(choice)
      ? 'WebDriver BiDi'
      : choice.engine === 'chromium'
        ? 'CDP'
        : "Playwright's";
    this.identity = {
      name: choice.name,
      engine: choice.engine,
      version: browser.version(),
      os: operatingSystem(),
      drivenBy: `Playwright ${playwrightVersion} (${protocol})`,
    };
    this.#browser = browser;
    // Over BiDi, Firefox tells what scripts write to the console, and leaves out what it refuses.
    this.#hasConsole = !isStockFirefox(choice);
    this.closed = new Promise((resolve) => {
      browser.on('disconnected', () => {
        if (!this.#closing) resolve(`${choice.name} ended by itself`);
      });
    });
  }

  async open(): Promise<EnginePage> {
    try {
      // No viewport of Playwright's making: setting one costs several round trips.
      const context = await this.#browser.newContext({ ignoreHTTPSErrors: true, viewport: null });
      const page = new PlaywrightPage(context, await context.newPage(), this.#hasConsole);
      if (this.identity.engine === 'chromium') await page.tellWorkerRefusals();
      return page;
    } catch (error) {
      throw asEngineError(error);
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    // One that does not answer any more is killed when this process ends.
    await within(LIMITS.close, 'closing the browser', this.#browser.close()).catch(() => {});
  }
}

class PlaywrightPage implements EnginePage {
  readonly #context: BrowserContext;
  readonly #page: Page;
  #console: ConsoleMessage[] | null;

  constructor(context: BrowserContext, page: Page, hasConsole: boolean) {
    this.#context = context;
    this.#page = page;
    this.#console = hasConsole ? [] : null;
    page.on('console', (message) => {
      this.#console?.push({ time: message.timestamp(), type: message.type(), text: message.text() });
    });
  }

  /** Playwright leaves out what Chromium itself writes to the console on behalf of a worker. */
  async tellWorkerRefusals(): Promise<void> {
    const session = await this.#context.newCDPSession(this.#page);
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.source !== 'worker') return;
      this.#console?.push({ time: entry.timestamp, type: entry.level, text: entry.text });
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
    await this.#context.close().catch(() => {});
  }
}

/** Playwright gives most of its errors no type of their own, so their first line has to tell. */
function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
  if (error instanceof errors.TimeoutError) return new EngineError('timeout', message, { cause: error });
  if (/executable doesn't exist|distribution .* is not found|cannot find firefox/i.test(message)) {
    return new EngineError('missing', message, { cause: error });
  }
  const crashed = /crash|has been closed|target closed|connection closed|disconnected/i.test(message);
  return new EngineError(crashed ? 'crash' : 'protocol', message, { cause: error });
}
