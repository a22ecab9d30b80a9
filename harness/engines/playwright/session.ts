import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import type { BrowserChoice } from '../browsers.ts';
import type { BrowserIdentity, BrowserSession, EnginePage } from '../engine.ts';
import { operatingSystem, playwrightVersion } from '../identity.ts';
import { LIMITS, within } from '../time-limits.ts';
import { asEngineError } from './errors.ts';
import { PlaywrightPage } from './page.ts';

/** What a session may be given besides. */
export interface PlaywrightSessionParts {
  /** Where its open pages are kept. */
  pages?: Set<PlaywrightPage>;
  /** What every context is made with besides. */
  context?: BrowserContextOptions;
  /** What is done in every new context, with its first page, before anything else. */
  ready?: (context: BrowserContext, page: Page) => Promise<void>;
}

/** A browser that Playwright drives. */
export class PlaywrightSession implements BrowserSession {
  readonly identity: BrowserIdentity;
  readonly closed: Promise<string>;
  readonly #browser: Browser;
  readonly #hasConsole: boolean;
  readonly #pages: Set<PlaywrightPage>;
  readonly #context: BrowserContextOptions;
  readonly #ready: NonNullable<PlaywrightSessionParts['ready']>;
  #closing = false;

  constructor(
    choice: BrowserChoice,
    browser: Browser,
    protocol: string,
    hasConsole: boolean,
    { pages = new Set(), context = {}, ready = async () => {} }: PlaywrightSessionParts = {},
  ) {
    this.identity = {
      name: choice.name,
      engine: choice.engine,
      version: browser.version(),
      os: choice.system ?? operatingSystem(),
      drivenBy: `Playwright ${playwrightVersion} (${protocol})`,
    };
    this.#browser = browser;
    this.#hasConsole = hasConsole;
    this.#pages = pages;
    this.#context = context;
    this.#ready = ready;
    this.closed = new Promise((resolve) => {
      browser.on('disconnected', () => {
        if (!this.#closing) resolve(`${choice.name} ended by itself`);
      });
    });
  }

  async open(): Promise<EnginePage> {
    try {
      // Playwright waits for a new page as long as it takes.
      return await within(LIMITS.launch, 'opening a page', this.#open());
    } catch (error) {
      throw asEngineError(error);
    }
  }

  async #open(): Promise<EnginePage> {
    // No viewport of Playwright's making: setting one costs several round trips.
    const context = await this.#browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: null,
      ...this.#context,
    });
    const first = await context.newPage();
    await this.#ready(context, first);
    const page: PlaywrightPage = new PlaywrightPage(context, first, this.#hasConsole, () =>
      this.#pages.delete(page),
    );
    this.#pages.add(page);
    if (this.identity.engine === 'chromium') await page.tellOnlyTheConsole();
    return page;
  }

  async close(): Promise<void> {
    this.#closing = true;
    // One that does not answer any more is killed when this process ends.
    await within(LIMITS.close, 'closing the browser', this.#browser.close()).catch(() => {});
  }
}
