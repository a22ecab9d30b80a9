import { browserOf } from '../engines/browsers.ts';
import type { BrowserRecord } from '../results/schema.ts';

/** The name web-platform-tests knows a browser by. */
export const wptProduct = (browser: BrowserRecord): string => browserOf(browser).wpt;

/** The system as web-platform-tests names it (`linux`, `mac`, `win`), and the rest of what is known of it. */
export function operatingSystem({ os }: BrowserRecord): { os: string; os_version: string } {
  if (/mac|darwin/i.test(os)) return { os: 'mac', os_version: os };
  if (/^win/i.test(os)) return { os: 'win', os_version: os };
  return { os: 'linux', os_version: os };
}
