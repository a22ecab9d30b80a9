import { launchOverBidi } from './bidi/launch.ts';
import type { BrowserChoice } from './browsers.ts';
import type { BrowserSession, LaunchOptions } from './engine.ts';
import { connectPlaywright } from './playwright/connect.ts';
import { FIRST_FIREFOX, TooOldForPlaywright } from './playwright/errors.ts';
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

/** Executables that turned out to be too old for Playwright: it is not asked again. */
const tooOld = new Set<string>();

/** By Playwright, and where the browser is too old for it, without: where its version is not known, only the start shows which. */
async function launchHere(choice: BrowserChoice, options: LaunchOptions): Promise<BrowserSession> {
  const { executablePath } = choice;
  if (isKnownTooOld(choice)) return launchOverBidi(choice, options);
  try {
    return await launchPlaywright(choice, options);
  } catch (error) {
    if (!(error instanceof TooOldForPlaywright) || executablePath === undefined) throw error;
    tooOld.add(executablePath);
    return launchOverBidi(choice, options);
  }
}

const isKnownTooOld = ({ engine, version, executablePath = '' }: BrowserChoice): boolean =>
  tooOld.has(executablePath) ||
  (engine === 'firefox' && version !== undefined && Number.parseInt(version, 10) < FIRST_FIREFOX);
