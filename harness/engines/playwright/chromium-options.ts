import type { LaunchOptions as PlaywrightOptions } from 'playwright';
import { directAuthorities, type LaunchOptions } from '../engine.ts';

/**
 * How Chromium is started. None of this changes what its fetch and Content Security Policy code does.
 * @param args what else the user wants on its command line
 */
export function chromiumOptions(
  { proxy, direct }: LaunchOptions,
  args: readonly string[] = [],
): PlaywrightOptions {
  const { host, port } = proxy;
  return {
    // Chromium never sends loopback names to a proxy unless told so by `<-loopback>`.
    proxy: { server: `http://${host}:${port}`, bypass: ['<-loopback>', ...directAuthorities(direct)].join() },
    args: [
      ...args,
      // `ignoreHTTPSErrors` does not reach the fetch of a service worker's script; this does.
      '--ignore-certificate-errors',
      // Reports of the Reporting API leave within a second, not a minute.
      '--short-reporting-delay',
      // The rest only keeps the browser from fetching things of its own.
      '--disable-domain-reliability',
      ...(direct ? [`--host-resolver-rules=MAP ${direct.host} 127.0.0.1`] : []),
    ],
  };
}
