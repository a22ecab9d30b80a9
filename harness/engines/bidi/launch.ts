import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserChoice } from '../browsers.ts';
import type { BrowserSession, LaunchOptions } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { firefoxConsolePath, followFirefoxConsole } from '../firefox/console.ts';
import { stockFirefoxOptions } from '../firefox/options.ts';
import { removeFolder } from '../private-folder.ts';
import { type OwnedProcess, startOwned } from '../processes.ts';
import { LIMITS, within } from '../time-limits.ts';
import { BidiClient } from './client.ts';
import { refusalOf } from './oldest-firefox.ts';
import { makeProfile } from './profile.ts';
import { BidiSession } from './session.ts';

/**
 * Starts a stock Firefox, and drives it.
 * @throws {EngineError} `missing`, `crash`, `timeout` or `protocol` when it does not start
 */
export async function launchOverBidi(choice: BrowserChoice, options: LaunchOptions): Promise<BrowserSession> {
  const consolePath = firefoxConsolePath();
  // The executable that these options name is a wrapper for Playwright; `startOwned` wraps by itself.
  const { args = [], env, firefoxUserPrefs = {} } = stockFirefoxOptions(options, choice, consolePath);
  const profile = makeProfile(firefoxUserPrefs);
  const headless = (options.headless ?? true) ? ['--headless'] : [];
  const ours = ['--no-remote', '--remote-debugging-port=0', ...headless, '--profile', profile];
  const firefox = await startOwned(choice.executablePath ?? '', [...ours, ...args], { ...env, ...QUIET });
  firefox.child.stdout.resume();
  const end = async () => {
    await firefox.kill();
    removeFolder(profile);
  };
  try {
    const url = await within(LIMITS.launch, 'starting the browser', sessionUrl(profile, firefox));
    const bidi = await BidiClient.connect(url);
    type Created = { capabilities: { browserVersion: string } };
    const { capabilities } = await bidi.send<Created>('session.new', ASKED, LIMITS.launch);
    const refusal = refusalOf(capabilities.browserVersion);
    if (refusal !== null) throw new EngineError('protocol', refusal);
    let session: BidiSession | undefined;
    const hasConsole = await followFirefoxConsole(consolePath, (message) => session?.hear(message));
    session = new BidiSession(choice, capabilities.browserVersion, bidi, hasConsole, firefox.ended, end);
    await session.followPages();
    return session;
  } catch (error) {
    await end();
    throw error;
  }
}

/** As the specification has it, and as a Firefox of 115 takes it: each takes no notice of the other's. */
const ASKED = { capabilities: { alwaysMatch: { acceptInsecureCerts: true } }, acceptInsecureCerts: true };

/** A crash is told by the end of the process; nobody is asked about it. */
const QUIET = { MOZ_CRASHREPORTER_DISABLE: '1' };

/** Where Firefox takes a session: it writes so into its profile as soon as it listens. */
async function sessionUrl(profile: string, { ended }: OwnedProcess): Promise<string> {
  let why: string | null = null;
  void ended.then((reason) => {
    why = reason;
  });
  const file = path.join(profile, 'WebDriverBiDiServer.json');
  for (;;) {
    const address = readIfWritten(file);
    if (address !== null) return `ws://${address.ws_host}:${address.ws_port}/session`;
    if (why !== null) throw new EngineError('crash', why);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Null also for a file that is written at this moment. */
function readIfWritten(file: string): { ws_host: string; ws_port: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
