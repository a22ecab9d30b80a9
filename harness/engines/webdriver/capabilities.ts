import type { BrowserChoice } from '../browsers.ts';
import { chromiumOptions } from '../chromium/options.ts';
import type { LaunchOptions } from '../engine.ts';
import { stockFirefoxOptions } from '../firefox/options.ts';
import { authorityOf } from '../proxy-authority.ts';
import { LIMITS } from '../time-limits.ts';

const COMMON = {
  acceptInsecureCerts: true,
  // A page's own dialogues must not hold up the commands.
  unhandledPromptBehavior: 'dismiss',
  timeouts: { script: LIMITS.script, pageLoad: LIMITS.navigation },
};

/**
 * WebKitGTK's MiniBrowser, which takes its proxy on the command line; one that asks for credentials as one of SOCKS 5, for
 * asked by HTTP it sends a plain request to the proxy's own URL the second time.
 * @param wanted what else the user wants there
 */
export function webkitgtkCapabilities({ proxy }: LaunchOptions, wanted: readonly string[] = []): object {
  const { pass } = proxy;
  const scheme = pass === undefined ? 'http://' : `socks5://${pass.username}:${pass.password}@`;
  const args = [
    ...wanted,
    '--automation',
    `--proxy=${scheme}${authorityOf(proxy)}`,
    '--ignore-tls-errors',
    '--javascript-can-open-windows-automatically=true',
  ];
  return { ...COMMON, 'webkitgtk:browserOptions': { args } };
}

/**
 * Safari uses the proxy of the system settings, and safaridriver cannot change it: somebody has to, once the proxy has
 * its port. Where it was not done, the harness's positive controls fail and every case is inconclusive.
 */
export function safariCapabilities(): object {
  return { ...COMMON, browserName: 'safari' };
}

/** What is asked of a WebDriver server: what its browser must have, and of which kinds it may be, the best first. */
export interface RemoteCapabilities {
  always: object;
  either: readonly object[];
}

/**
 * A browser behind a WebDriver URL. Where the proxy asks for credentials, Chromium and Firefox are told them over WebDriver
 * BiDi, which a session has to be started with.
 */
export function remoteCapabilities(
  choice: Pick<BrowserChoice, 'engine' | 'args' | 'preferences'>,
  options: LaunchOptions,
): RemoteCapabilities {
  const { args = [], preferences = {} } = choice;
  const { headless = true } = options;
  const overBidi = options.proxy.pass === undefined ? {} : { webSocketUrl: true };
  switch (choice.engine) {
    case 'chromium': {
      const { proxy, args: own = [] } = chromiumOptions(options, { args });
      const chrome = [`--proxy-server=${proxy?.server}`, `--proxy-bypass-list=${proxy?.bypass}`, ...own];
      return {
        always: {
          ...COMMON,
          ...overBidi,
          browserName: 'chrome',
          'goog:chromeOptions': { args: headless ? ['--headless', ...chrome] : chrome },
        },
        either: [],
      };
    }
    case 'firefox': {
      const { firefoxUserPrefs } = stockFirefoxOptions(options, { args, preferences }, null);
      const firefox = headless ? ['-headless', ...args] : args;
      return {
        always: {
          ...COMMON,
          ...overBidi,
          browserName: 'firefox',
          'moz:firefoxOptions': { args: firefox, prefs: firefoxUserPrefs },
        },
        either: [],
      };
    }
    case 'webkit':
      return { always: {}, either: webkits(options, args) };
  }
}

/** Safari takes neither arguments nor credentials, and its proxy is that of the system. */
function webkits(options: LaunchOptions, args: readonly string[]): object[] {
  const webkitgtk = webkitgtkCapabilities(options, args);
  return options.proxy.pass === undefined && args.length === 0
    ? [safariCapabilities(), webkitgtk]
    : [webkitgtk];
}
