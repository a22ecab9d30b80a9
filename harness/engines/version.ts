import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserChoice } from './browsers.ts';
import { acquireDisplay } from './display.ts';
import { launch } from './launch.ts';
import { findMiniBrowser } from './webdriver/webkitgtk.ts';

const run = promisify(execFile);

/**
 * The exact version of a browser, without a run: asked on the command line where there is one that answers, else by
 * starting it.
 * @returns null for a browser elsewhere, and where nobody tells
 * @throws {EngineError} when a browser that has to be started does not
 */
export async function browserVersion(choice: BrowserChoice): Promise<string | null> {
  // One in a system of its own has to enter it, and says there what it is.
  if (choice.root !== undefined) return versionOnceStarted(choice);
  switch (choice.how) {
    case 'system':
      return choice.executablePath ? versionOnCommandLine(choice.executablePath) : null;
    case 'webdriver':
      return choice.driverPath?.endsWith('safaridriver')
        ? versionOnCommandLine(choice.driverPath)
        : webkitGtkVersion();
    case 'remote':
    case 'connect':
      return null;
    default:
      return versionOnceStarted(choice);
  }
}

async function versionOnceStarted(choice: BrowserChoice): Promise<string> {
  const session = await launch(choice, { proxy: NOWHERE });
  await session.close();
  return session.identity.version;
}

/** Nothing is loaded while a version is asked, so nothing has to listen here. */
const NOWHERE = { host: '127.0.0.1', port: 9 };

/** MiniBrowser tells its version only after it has found a display. */
async function webkitGtkVersion(): Promise<string | null> {
  const browser = findMiniBrowser();
  if (!browser) return null;
  const display = await acquireDisplay();
  try {
    return await versionOnCommandLine(browser, { ...process.env, ...display.env });
  } finally {
    await display.release();
  }
}

async function versionOnCommandLine(executable: string, env = process.env): Promise<string | null> {
  const { stdout } = await run(executable, ['--version'], { env, timeout: 10_000 });
  return /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? null;
}
