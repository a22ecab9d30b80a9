import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserChoice } from '../../harness/engines/browsers.ts';
import { acquireDisplay } from '../../harness/engines/display.ts';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { answering, type Machine } from './machine.ts';
import { lacking } from './packages.ts';

/** A server that starts browsers on another machine. */
export interface BrowserServer {
  name: string;
  /** Starts it there, and says how the browser is asked for; in words where it cannot be had. */
  start(machine: Machine): Promise<BrowserChoice | string>;
}

const PORT = 4444;

/** Chromium as root starts no sandbox. */
const UNBOXED = ['--no-sandbox'];

export const chromedriver: BrowserServer = {
  name: 'chromedriver',
  async start(machine) {
    if (resolveBrowser('chromium').how !== 'system')
      return 'chromedriver fits the Chromium of its own package';
    const missing = await lacking('chromedriver', 'chromium-driver', 'chromium');
    if (missing !== null) return missing;
    machine.start('chromedriver', [`--port=${PORT}`, `--allowed-ips=${machine.ours}`, '--allowed-origins=*']);
    const remoteUrl = `http://${machine.address}:${PORT}`;
    await answering(`${remoteUrl}/status`);
    return { name: 'chromium', engine: 'chromium', how: 'remote', remoteUrl, args: UNBOXED };
  },
};

export const webKitWebDriver: BrowserServer = {
  name: 'WebKitWebDriver',
  async start(machine) {
    const { driverPath } = resolveBrowser('webkit');
    if (driverPath === undefined || path.basename(driverPath) !== 'WebKitWebDriver')
      return 'there is no WebKitWebDriver';
    // Its display is a socket in a folder, which needs no network.
    const display = await acquireDisplay();
    const args = [`--port=${PORT}`, `--host=${machine.address}`];
    machine
      .start(driverPath, args, { ...display.env, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' })
      .once('exit', () => void display.release());
    const remoteUrl = `http://${machine.address}:${PORT}`;
    await answering(`${remoteUrl}/status`);
    return { name: 'webkit', engine: 'webkit', how: 'remote', remoteUrl };
  },
};

/** A Playwright server, which starts a browser of the system's. */
const playwright = (name: 'chromium' | 'firefox'): BrowserServer => ({
  name: `a Playwright server with ${name}`,
  async start(machine) {
    const { how, executablePath } = resolveBrowser(name);
    const { resolve } = createRequire(import.meta.url);
    const cli = path.join(path.dirname(resolve('playwright/package.json')), 'cli.js');
    machine.start(process.execPath, [
      cli,
      'run-server',
      '--host',
      machine.address,
      '--port',
      String(PORT),
      '--unsafe',
    ]);
    await answering(`http://${machine.address}:${PORT}`);
    const channel = name === 'firefox' && how === 'system' ? { channel: 'moz-firefox' } : {};
    const launching = encodeURIComponent(JSON.stringify({ executablePath, ...channel }));
    const remoteUrl = `ws://${machine.address}:${PORT}/?launch-options=${launching}`;
    return { name, engine: name, how: 'connect', remoteUrl };
  },
});

export const SERVERS: readonly BrowserServer[] = [
  chromedriver,
  webKitWebDriver,
  playwright('chromium'),
  playwright('firefox'),
];
