import type { BrowserChoice } from '../browsers.ts';
import type { EngineName, LaunchOptions } from '../engine.ts';
import { LIMITS } from '../time-limits.ts';

/** What Selenium Grid calls the usual browser of each engine. */
const REMOTE_NAMES: Record<EngineName, string> = { chromium: 'chrome', firefox: 'firefox', webkit: 'safari' };

const COMMON = {
  acceptInsecureCerts: true,
  // A page's own dialogues must not hold up the commands.
  unhandledPromptBehavior: 'dismiss',
  timeouts: { script: LIMITS.script, pageLoad: LIMITS.navigation },
};

/**
 * WebKitGTK's MiniBrowser, which takes its proxy on the command line.
 * @param wanted what else the user wants there
 */
export function webkitgtkCapabilities({ proxy }: LaunchOptions, wanted: readonly string[] = []): object {
  const args = [
    ...wanted,
    '--automation',
    `--proxy=http://${proxy.host}:${proxy.port}`,
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

/** A browser behind a WebDriver URL; it must run on this machine, since the proxy listens on a loopback address. */
export function remoteCapabilities(
  { engine, args = [], preferences = {} }: Pick<BrowserChoice, 'engine' | 'args' | 'preferences'>,
  { proxy }: LaunchOptions,
): object {
  const address = `${proxy.host}:${proxy.port}`;
  return {
    ...COMMON,
    browserName: REMOTE_NAMES[engine],
    proxy: { proxyType: 'manual', httpProxy: address, sslProxy: address, noProxy: [] },
    ...(engine === 'chromium' && args.length > 0 && { 'goog:chromeOptions': { args } }),
    ...(engine === 'firefox' && { 'moz:firefoxOptions': { args, prefs: preferences } }),
  };
}
