import type { BrowserChoice } from './browsers.ts';
import type { EngineName } from './engine.ts';
import { browsersFromEnvironment, findBrowser, mayEnter } from './find.ts';
import { browserVersion } from './version.ts';
import { findMiniBrowser, missingForWebKitGtk } from './webdriver/webkitgtk.ts';

/** What is known of one browser of the run before it is started. */
export interface InventoryEntry {
  name: string;
  engine: EngineName | null;
  how: BrowserChoice['how'] | null;
  /** The exact version; null where it shows only at launch, or nothing was found. */
  version: string | null;
  /** The browser's executable, where it is known. */
  path: string | null;
  /** The WebDriver server that drives it: a path or a URL. */
  driver: string | null;
  /** What stands in the way, each in words; empty when the browser is ready. */
  missing: string[];
}

/**
 * Looks for every browser of the run.
 * @throws {UserError} when the configuration is wrong
 */
export function takeInventory(): Promise<InventoryEntry[]> {
  return Promise.all([...browsersFromEnvironment().keys()].map(describe));
}

async function describe(name: string): Promise<InventoryEntry> {
  const choice = findBrowser(name);
  if (!choice) {
    const nothing = { engine: null, how: null, version: null, path: null, driver: null };
    return { name, ...nothing, missing: [`no ${name} was found`] };
  }
  const missing = await missingParts(choice);
  if (!mayEnter(choice)) missing.push('root, which entering its system takes');
  const version =
    missing.length > 0
      ? null
      : await browserVersion(choice).catch((error: Error) => {
          missing.push(`it does not start: ${error.message}`);
          return null;
        });
  return {
    name,
    engine: choice.engine,
    how: choice.how,
    version,
    path: choice.executablePath ?? (isWebKitGtk(choice) ? findMiniBrowser(choice.root) : null),
    driver: choice.driverPath ?? choice.remoteUrl ?? null,
    missing,
  };
}

/** The Debian packages a browser lacks although it was found. */
export async function missingParts(choice: BrowserChoice): Promise<string[]> {
  return isWebKitGtk(choice) ? missingForWebKitGtk(choice.root) : [];
}

function isWebKitGtk(choice: BrowserChoice): boolean {
  return choice.driverPath?.endsWith('WebKitWebDriver') ?? false;
}
