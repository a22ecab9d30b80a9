import { chromium, firefox, type LaunchOptions as PlaywrightOptions, webkit } from 'playwright';
import type { BrowserChoice } from '../browsers.ts';
import { chromiumOptions } from '../chromium/options.ts';
import type { BrowserSession, LaunchOptions } from '../engine.ts';
import { firefoxConsolePath, followFirefoxConsole } from '../firefox/console.ts';
import { firefoxBuildOptions, stockFirefoxOptions } from '../firefox/options.ts';
import { inPrivateFolder } from '../private-folder.ts';
import { endChildrenWithThisProcess } from '../processes.ts';
import { authorityOf } from '../proxy-authority.ts';
import { LIMITS } from '../time-limits.ts';
import { asEngineError } from './errors.ts';
import { leaveFirefoxNetworkEvents } from './leave-network-events.ts';
import type { PlaywrightPage } from './page.ts';
import { PlaywrightSession } from './session.ts';

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
    return await inPrivateFolder(() => start(choice, options, common));
  } catch (error) {
    throw asEngineError(error);
  }
}

async function start(
  choice: BrowserChoice,
  options: LaunchOptions,
  common: PlaywrightOptions,
): Promise<BrowserSession> {
  switch (choice.engine) {
    case 'chromium': {
      const browser = await chromium.launch({ ...common, ...chromiumOptions(options, choice) });
      return new PlaywrightSession(choice, browser, 'CDP', true);
    }
    case 'webkit': {
      const server = `http://${authorityOf(options.proxy)}`;
      const browser = await webkit.launch({ ...common, proxy: { server }, args: [...(choice.args ?? [])] });
      return new PlaywrightSession(choice, browser, "Playwright's protocol", true);
    }
    case 'firefox': {
      if (choice.how !== 'playwright-build') return launchStockFirefox(choice, options, common);
      const browser = await firefox.launch({ ...common, ...firefoxBuildOptions(options, choice) });
      return new PlaywrightSession(choice, browser, "Playwright's protocol", true);
    }
  }
}

/** A stock Firefox speaks WebDriver BiDi to Playwright, and tells its console elsewhere. */
async function launchStockFirefox(
  choice: BrowserChoice,
  options: LaunchOptions,
  common: PlaywrightOptions,
): Promise<BrowserSession> {
  const consolePath = firefoxConsolePath();
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    ...common,
    ...stockFirefoxOptions(options, choice, consolePath),
  });
  await leaveFirefoxNetworkEvents(browser);
  const pages = new Set<PlaywrightPage>();
  const hasConsole = await followFirefoxConsole(consolePath, (message) => {
    for (const page of pages) page.hear(message);
  });
  return new PlaywrightSession(choice, browser, 'WebDriver BiDi', hasConsole, { pages });
}
