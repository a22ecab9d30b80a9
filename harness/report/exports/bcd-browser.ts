import type { BrowserRecord } from '../../judgement/results.ts';

/** The browsers of browser-compat-data that this harness can drive. */
export type BcdBrowser = 'chrome' | 'edge' | 'firefox' | 'safari';

/**
 * The name browser-compat-data has for a browser, or null.
 * Chromium builds stand for Chrome, as they do there; builds of WebKit other than Safari stand for nothing there.
 */
export function bcdBrowser({ name, engine }: BrowserRecord): BcdBrowser | null {
  if (name.startsWith('msedge')) return 'edge';
  if (name.startsWith('safari')) return 'safari';
  if (engine === 'chromium') return 'chrome';
  return engine === 'firefox' ? 'firefox' : null;
}

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
