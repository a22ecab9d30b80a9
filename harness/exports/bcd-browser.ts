import { type Browser, browserOf } from '../engines/browsers.ts';
import type { BrowserRecord } from '../results/schema.ts';

/** The browsers of browser-compat-data that this harness can drive. */
export type BcdBrowser = NonNullable<Browser['bcd']>;

/** The name browser-compat-data has for a browser, or null. */
export const bcdBrowser = (browser: BrowserRecord): BcdBrowser | null => browserOf(browser).bcd;

/**
 * A version as browser-compat-data lists releases: the major number, and for Safari the minor one too unless it is 0.
 *
 * @returns null where the version does not start with a number
 */
export function bcdVersion({ version }: BrowserRecord, browser: BcdBrowser): string | null {
  const [, major, minor] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (major === undefined) return null;
  return browser === 'safari' && minor !== undefined && minor !== '0' ? `${major}.${minor}` : major;
}
