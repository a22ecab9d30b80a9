import { chromium, firefox, type LaunchOptions as PlaywrightOptions, webkit } from 'playwright';
import type { BrowserChoice } from '../browsers.ts';
import { chromiumOptions } from '../chromium/options.ts';
import type { BrowserSession, LaunchOptions } from '../engine.ts';
import { firefoxBuildOptions, stockFirefoxOptions } from '../firefox/options.ts';
import { LAUNCH_OPTIONS, launchOptionsIn } from '../launch-options.ts';
import { authorityOf } from '../proxy-authority.ts';
import { LIMITS } from '../time-limits.ts';
import { asEngineError } from './errors.ts';
import { introduceBuild, introduceChromium, introduceStockFirefox } from './introduce.ts';
import { PlaywrightSession } from './session.ts';

const TYPES = { chromium, firefox, webkit };
const INTRODUCE = { chromium: introduceChromium, firefox: introduceBuild, webkit: introduceBuild };

/**
 * Has a Playwright server start a browser, and connects to it. The server takes arguments, preferences and paths only
 * where it was started with `--unsafe`.
 * @throws {EngineError} `crash`, `timeout` or `protocol` when it does not start
 */
export async function connectPlaywright(
  choice: BrowserChoice,
  options: LaunchOptions,
): Promise<BrowserSession> {
  const url = new URL(choice.remoteUrl ?? '');
  // Checked when the setting was read.
  const wanted = (launchOptionsIn(url) ?? {}) as PlaywrightOptions;
  url.searchParams.delete(LAUNCH_OPTIONS);
  const { headless = true } = options;
  const isStock = choice.engine === 'firefox' && wanted.channel?.startsWith('moz-firefox') === true;
  const launching = { headless, ...wanted, ...started(choice, isStock, options) };
  try {
    const browser = await TYPES[choice.engine].connect(url.href, {
      headers: { 'x-playwright-launch-options': JSON.stringify(launching) },
      timeout: LIMITS.launch,
    });
    const { pass } = options.proxy;
    const introduce = isStock ? introduceStockFirefox : INTRODUCE[choice.engine];
    const session = new PlaywrightSession(
      { ...choice, system: choice.system ?? 'unknown' },
      browser,
      'a Playwright server',
      choice.engine !== 'firefox',
      pass && introduce(pass),
    );
    // Before any case: without the credentials it would reach nothing.
    await session
      .open()
      .then((page) => page.close())
      .catch(async (error) => {
        await session.close();
        throw error;
      });
    return session;
  } catch (error) {
    throw asEngineError(error);
  }
}

/** Playwright's own builds of Firefox and WebKit carry credentials by themselves; the others are told them page by page. */
function started(choice: BrowserChoice, isStock: boolean, options: LaunchOptions): PlaywrightOptions {
  const { args = [] } = choice;
  const { username, password } = options.proxy.pass ?? {};
  const carried = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  };
  switch (choice.engine) {
    case 'chromium':
      return chromiumOptions(options, { args });
    case 'firefox': {
      if (isStock) {
        const { firefoxUserPrefs = {} } = stockFirefoxOptions(
          options,
          { preferences: choice.preferences ?? {} },
          null,
        );
        return { args: [...args], firefoxUserPrefs };
      }
      const { proxy, ...others } = firefoxBuildOptions(options, choice);
      return { ...others, ...(proxy && { proxy: { ...proxy, ...carried } }) };
    }
    case 'webkit':
      return { args: [...args], proxy: { server: `http://${authorityOf(options.proxy)}`, ...carried } };
  }
}
