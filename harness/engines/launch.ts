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
  return byWebDriver ? launchWebDriver(choice, options) : launchPlaywright(choice, options);
}
