import type { LaunchOptions as PlaywrightOptions } from 'playwright';
import type { LaunchOptions } from './engine.ts';

/** How Chromium is started. None of this changes what its fetch and Content Security Policy code does. */
export function chromiumOptions({ proxy, direct = [] }: LaunchOptions): PlaywrightOptions {
  const { host, port } = proxy;
  return {
    // Chromium never sends loopback names to a proxy unless told so by `<-loopback>`.
    proxy: { server: `http://${host}:${port}`, bypass: ['<-loopback>', ...direct].join() },
    args: [
      // `ignoreHTTPSErrors` does not reach the fetch of a service worker's script; this does.
      '--ignore-certificate-errors',
      // Reports of the Reporting API leave within a second, not a minute.
      '--short-reporting-delay',
      // The rest only keeps the browser from fetching things of its own.
      '--disable-domain-reliability',
      ...(direct.length > 0
        ? [`--host-resolver-rules=${direct.map((name) => `MAP ${name} 127.0.0.1`).join()}`]
        : []),
    ],
  };
}
