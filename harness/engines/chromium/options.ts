import { fileURLToPath } from 'node:url';
import type { LaunchOptions as PlaywrightOptions } from 'playwright';
import type { BrowserChoice } from '../browsers.ts';
import { directAuthorities, type LaunchOptions } from '../engine.ts';
import { authorityOf } from '../proxy-authority.ts';

/** See the script. Windows has no `sh`. */
const ONE_LIST_OF_FEATURES =
  process.platform === 'win32' ? null : fileURLToPath(new URL('./one-list-of-features.sh', import.meta.url));

/**
 * What the browser starts for itself. The address bar's popup is two pages, in a process of their own for each window
 * that is opened: nearly half of what opening one costs, and more on a busy machine, where it is started again and again.
 * A spare renderer waits for the next page that needs a process, and is thrown away and started anew by most navigations:
 * six of seven renderers here.
 */
const NEEDLESS_FEATURES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'];

/**
 * How Chromium is started. None of this changes what its fetch and Content Security Policy code does.
 * @param choice its `args` are what else the user wants on its command line; without an executable, Playwright finds one
 */
export function chromiumOptions(
  { proxy, direct }: LaunchOptions,
  { args = [], executablePath }: Pick<BrowserChoice, 'args' | 'executablePath'>,
): PlaywrightOptions {
  const lean = leaner(executablePath);
  return {
    ...lean,
    // Chromium never sends loopback names to a proxy unless told so by `<-loopback>`.
    proxy: {
      server: `http://${authorityOf(proxy)}`,
      bypass: ['<-loopback>', ...directAuthorities(direct)].join(),
    },
    // Playwright turns the back/forward cache off. Only documents that may be stored are kept in it, and ours may not, but for
    // those that are to be come back to.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      ...args,
      ...(lean.args ?? []),
      // `ignoreHTTPSErrors` does not reach the fetch of a service worker's script; this does.
      '--ignore-certificate-errors',
      // Reports of the Reporting API leave within a second, not a minute.
      '--short-reporting-delay',
      // A WebTransport whose handshake failed counts for five minutes else, and each that counts doubles how long the next
      // of its page has to wait (content/browser/webtransport/web_transport_throttle_context.cc). Here all of them fail.
      '--webtransport-developer-mode',
      // The error page of a blocked window asks again by itself a second later, and that request is under no policy: whether
      // it is seen would depend on how long the window is there.
      '--disable-auto-reload',
      // The rest only keeps the browser from fetching things of its own.
      '--disable-domain-reliability',
      ...(direct ? [`--host-resolver-rules=MAP ${direct.host} 127.0.0.1`] : []),
    ],
  };
}

/** How an executable is started without what it needs for itself alone. Playwright's own headless build has no window. */
function leaner(executablePath: string | undefined): PlaywrightOptions {
  if (executablePath === undefined || ONE_LIST_OF_FEATURES === null) return {};
  return {
    executablePath: ONE_LIST_OF_FEATURES,
    env: { ...process.env, CONNECT_SRC_CHROMIUM: executablePath },
    args: [`--disable-features=${NEEDLESS_FEATURES.join()}`],
  };
}
