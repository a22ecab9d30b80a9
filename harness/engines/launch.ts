import { launchOverBidi } from './bidi/launch.ts';
import type { BrowserChoice } from './browsers.ts';
import type { BrowserSession, LaunchOptions } from './engine.ts';
import { connectPlaywright } from './playwright/connect.ts';
import { launchPlaywright } from './playwright/launch.ts';
import { launchWebDriver } from './webdriver/launch.ts';

/**
 * Starts a browser.
 * @throws {EngineError} `missing` when it is not installed, else `crash`, `timeout` or `protocol`
 */
export function launch(choice: BrowserChoice, options: LaunchOptions): Promise<BrowserSession> {
  if (choice.how === 'connect') return connectPlaywright(choice, options);
  const byWebDriver = choice.how === 'webdriver' || choice.how === 'remote';
  return byWebDriver ? launchWebDriver(choice, options) : launchHere(choice, options);
}

/**
 * A stock Firefox that is there by its path is driven without Playwright: what Playwright has it tell of every frame takes
 * 40 % of a run. One of a channel is Playwright's to find, and so is its own build.
 */
const launchHere = (choice: BrowserChoice, options: LaunchOptions): Promise<BrowserSession> =>
  isStockFirefox(choice) ? launchOverBidi(choice, options) : launchPlaywright(choice, options);

const isStockFirefox = ({ engine, how, executablePath }: BrowserChoice): boolean =>
  engine === 'firefox' && how !== 'playwright-build' && executablePath !== undefined;
