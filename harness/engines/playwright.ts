import { type Browser, chromium, firefox, webkit } from 'playwright';
import type { BrowserChoice } from './choice.ts';
import { chromiumOptions } from './chromium-options.ts';
import type { BrowserIdentity, BrowserSession, EnginePage, LaunchOptions } from './engine.ts';
import { followFirefoxConsole } from './firefox-console.ts';
import { firefoxBuildOptions, stockFirefoxOptions } from './firefox-options.ts';
import { freePort } from './free-port.ts';
import { operatingSystem, playwrightVersion } from './identity.ts';
import { leaveNetworkEvents } from './leave-network-events.ts';
import { asEngineError } from './playwright-errors.ts';
import { PlaywrightPage } from './playwright-page.ts';
import { endChildrenWithThisProcess } from './processes.ts';
import { LIMITS, within } from './time-limits.ts';

/**
 * Starts a browser through Playwright.
 * @throws {EngineError} `missing` when it is not installed, else `crash`, `timeout` or `protocol`
 */
export async function launchPlaywright(
  choice: BrowserChoice,
  options: LaunchOptions,
): Promise<BrowserSession> {
  endChildrenWithThisProcess();
  const common = {
    headless: options.headless ?? true,
    timeout: LIMITS.launch,
    // Who ends this process, and when, is for the harness to say (see processes.ts).
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(choice.executablePath ? { executablePath: choice.executablePath } : {}),
    ...(choice.channel ? { channel: choice.channel } : {}),
  };
  try {
    switch (choice.engine) {
      case 'chromium': {
        const browser = await chromium.launch({ ...common, ...chromiumOptions(options) });
        return new PlaywrightSession(choice, browser, 'CDP', true);
      }
      case 'webkit': {
        const server = `http://${options.proxy.host}:${options.proxy.port}`;
        const browser = await webkit.launch({ ...common, proxy: { server } });
        return new PlaywrightSession(choice, browser, "Playwright's protocol", true);
      }
      case 'firefox': {
        if (choice.how !== 'playwright-build') return await launchStockFirefox(choice, options, common);
        const browser = await firefox.launch({ ...common, ...firefoxBuildOptions(options) });
        return new PlaywrightSession(choice, browser, "Playwright's protocol", true);
      }
    }
  } catch (error) {
    throw asEngineError(error);
  }
}

/** A stock Firefox speaks WebDriver BiDi to Playwright, and tells its console elsewhere. */
async function launchStockFirefox(
  choice: BrowserChoice,
  options: LaunchOptions,
  common: object,
): Promise<BrowserSession> {
  const consolePort = await freePort();
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    ...common,
    ...stockFirefoxOptions(options, choice.executablePath ?? null, consolePort),
  });
  await leaveNetworkEvents(browser);
  const pages = new Set<PlaywrightPage>();
  const hasConsole = await followFirefoxConsole(consolePort, (message) => {
    for (const page of pages) page.hear(message);
  });
  return new PlaywrightSession(choice, browser, 'WebDriver BiDi', hasConsole, pages);
}

class PlaywrightSession implements BrowserSession {
  readonly identity: BrowserIdentity;
  readonly closed: Promise<string>;
  readonly #browser: Browser;
  readonly #hasConsole: boolean;
  readonly #pages: Set<PlaywrightPage>;
  #closing = false;

  constructor(
    choice: BrowserChoice,
    browser: Browser,
    protocol: string,
    hasConsole: boolean,
    pages = new Set<PlaywrightPage>(),
  ) {
    this.identity = {
      name: choice.name,
      engine: choice.engine,
      version: browser.version(),
      os: operatingSystem(),
      drivenBy: `Playwright ${playwrightVersion} (${protocol})`,
    };
    this.#browser = browser;
    this.#hasConsole = hasConsole;
    this.#pages = pages;
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
      const page: PlaywrightPage = new PlaywrightPage(
        context,
        await context.newPage(),
        this.#hasConsole,
        () => this.#pages.delete(page),
      );
      this.#pages.add(page);
      if (this.identity.engine === 'chromium') await page.hearChromiumWorkers();
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
