import type { LaunchOptions as PlaywrightOptions } from 'playwright';
import type { BrowserChoice } from '../browsers.ts';
import { directAuthorities, type LaunchOptions } from '../engine.ts';
import { dieWithParent } from '../processes.ts';
import { authorityOf } from '../proxy-authority.ts';
import { firefoxConsoleOptions } from './console.ts';

type Preferences = NonNullable<PlaywrightOptions['firefoxUserPrefs']>;

/** What the user wants of a Firefox besides. */
type Wanted = Pick<BrowserChoice, 'args' | 'preferences'>;

/**
 * How Playwright's own Firefox is started: its protocol takes the proxy, loopback names need a preference. Its exceptions
 * from the proxy are whole hosts, so here a page reaches every port of that one.
 */
export function firefoxBuildOptions(
  { proxy, direct }: LaunchOptions,
  { args = [], preferences }: Wanted,
): PlaywrightOptions {
  return {
    args: [...args],
    proxy: { server: `http://${authorityOf(proxy)}`, bypass: direct?.host ?? '' },
    firefoxUserPrefs: {
      ...COMMON,
      'network.proxy.allow_hijacking_localhost': true,
      'network.dns.localDomains': direct?.host ?? '',
      ...preferences,
    },
  };
}

/**
 * How a stock Firefox is started over WebDriver BiDi. It takes its proxy from preferences only, and does not end
 * when the connection to it does.
 * @param choice without an executable, it is the one that the channel names
 * @param consolePath the socket to tell its console on (see console.ts), or null for none
 */
export function stockFirefoxOptions(
  { proxy, direct }: LaunchOptions,
  { executablePath, args = [], preferences }: Wanted & Pick<BrowserChoice, 'executablePath'>,
  consolePath: string | null,
): PlaywrightOptions {
  const forConsole = firefoxConsoleOptions(consolePath);
  const wrapped = executablePath ? dieWithParent(executablePath) : { env: process.env };
  return {
    ...wrapped,
    args: [...args, ...forConsole.args],
    env: { ...wrapped.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    firefoxUserPrefs: {
      ...COMMON,
      ...forConsole.preferences,
      'network.proxy.type': 1,
      'network.proxy.http': proxy.host,
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': proxy.host,
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.no_proxies_on': directAuthorities(direct).join(),
      'network.dns.localDomains': direct?.host ?? '',
      'network.proxy.allow_hijacking_localhost': true,
      ...preferences,
    },
  };
}

const COMMON: Preferences = {
  // Off by default, so that `<a ping>` could not be tested at all.
  'browser.send_pings': true,
  'browser.send_pings.require_same_host': false,
  // Windows that a page opens for itself.
  'dom.disable_open_during_load': false,
  // An interface of this machine that comes or goes is nothing to a browser that is tested on loopback.
  'network.notify.changed': false,
  // The rest only keeps the browser from fetching things of its own.
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,none',
  'toolkit.telemetry.enabled': false,
};
