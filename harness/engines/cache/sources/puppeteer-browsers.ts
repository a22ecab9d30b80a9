import path from 'node:path';
import type { BrowserSource } from '../source.ts';

/** The part of `@puppeteer/browsers` that is used here. */
interface PuppeteerBrowsers {
  detectBrowserPlatform(): string | undefined;
  resolveBuildId(browser: string, platform: string, tag: string): Promise<string>;
  install(options: {
    browser: string;
    buildId: string;
    platform: string;
    cacheDir: string;
  }): Promise<{ executablePath: string }>;
}

/** What that package calls our products: Chrome for Testing is there for every version, Chromium for none by number. */
const NAMES: Readonly<Record<string, string>> = { chrome: 'chrome', firefox: 'firefox' };

/**
 * The package `@puppeteer/browsers`, which knows where Chrome for Testing and Firefox are kept. It is used where the user
 * has installed it, and is no dependency: it brings a tree of packages of its own, and needs a way to the browsers'
 * servers.
 *
 * @param load gives the package; rejects where it is not installed
 */
export const puppeteerBrowsers = (
  load: () => Promise<PuppeteerBrowsers> = () => import(PACKAGE),
): BrowserSource => ({
  name: PACKAGE,
  async unpack({ product, version }, folder) {
    const browser = NAMES[product];
    if (browser === undefined) return `has no ${product} by version`;
    const loaded = await load().catch(() => null);
    if (loaded === null) return 'is not installed (npm install --no-save @puppeteer/browsers)';
    const platform = loaded.detectBrowserPlatform();
    if (platform === undefined) return 'does not know this system';
    try {
      const tag = product === 'firefox' ? `stable_${version}` : version;
      const buildId = await loaded.resolveBuildId(browser, platform, tag);
      const { executablePath } = await loaded.install({ browser, buildId, platform, cacheDir: folder });
      return {
        executable: path.relative(folder, executablePath),
        args: [],
        origin: `${browser} ${buildId}`,
        integrity: null,
      };
    } catch (error) {
      return `did not give it: ${(error as Error).message.split('\n')[0]}`;
    }
  },
});

const PACKAGE: string = '@puppeteer/browsers';
