import type { BrowserRecord } from '../../judgement/results.ts';

/** The name web-platform-tests knows a browser by. */
export function wptProduct({ name, engine, drivenBy }: BrowserRecord): string {
  if (name.startsWith('chrome')) return 'chrome';
  if (name.startsWith('msedge')) return 'edge';
  if (name.startsWith('safari')) return 'safari';
  if (engine === 'webkit' && drivenBy.includes('WebKitWebDriver')) return 'webkitgtk';
  return engine;
}

/** The system as web-platform-tests names it (`linux`, `mac`, `win`), and the rest of what is known of it. */
export function operatingSystem({ os }: BrowserRecord): { os: string; os_version: string } {
  if (/mac|darwin/i.test(os)) return { os: 'mac', os_version: os };
  if (/^win/i.test(os)) return { os: 'win', os_version: os };
  return { os: 'linux', os_version: os };
}
