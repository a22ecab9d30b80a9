import { UserError } from '../../errors.ts';
import { BROWSERS, type BrowserChoice } from '../browsers.ts';
import { SYSTEM_BROWSERS } from '../configuration.ts';
import { browsersFromEnvironment, findBrowser, launch } from '../find.ts';
import { missingParts } from '../inventory.ts';
import { downloadPlaywrightBuild, installPlaywrightLibraries } from '../playwright/builds.ts';
import { installDebianPackages } from './debian-packages.ts';

/** How to install. */
export interface InstallOptions {
  /** Leave out Playwright's own builds, also those that are there, and use the system's browsers. */
  system: boolean;
  /** Told each step in words. */
  log: (line: string) => void;
}

/**
 * Installs the browsers of the run that are not there: Playwright's own builds first, and where their download is
 * refused, Debian's packages.
 * @throws {UserError} naming the browsers, what was tried, and the command to type
 */
export async function installBrowsers(options: InstallOptions): Promise<void> {
  const names = [...browsersFromEnvironment().keys()];
  const env = options.system ? { ...process.env, [SYSTEM_BROWSERS]: '1' } : process.env;
  let tried = '';
  if (!options.system) {
    const missing = names.filter((name) => findBrowser(name, env) === null);
    const refusal = await downloadBuilds(missing, options.log);
    if (refusal) tried = `Playwright's download was refused (${refusal}), and `;
  }
  await installPackages(names, env, tried, options.log);
  for (const name of names) {
    const choice = findBrowser(name, env);
    if (!choice) {
      throw new UserError(
        `browser ${name}: ${tried}no package brought it`,
        'Install it, then run this again',
      );
    }
    if (choice.how === 'playwright-build') await ensureItStarts(choice, options.log);
    options.log(
      `${name}: ${choice.executablePath ?? choice.driverPath ?? choice.remoteUrl ?? choice.channel}`,
    );
  }
}

/** @returns why, as soon as one download is refused: the others come from the same place */
async function downloadBuilds(names: string[], log: InstallOptions['log']): Promise<string | null> {
  for (const name of names.filter((name) => BROWSERS.get(name)?.build)) {
    log(`${name}: not found, downloading Playwright's build`);
    const { ok, lastError } = await downloadPlaywrightBuild(name);
    if (ok) continue;
    log(`${name}: the download was refused (${lastError})`);
    return lastError;
  }
  return null;
}

async function installPackages(
  names: string[],
  env: NodeJS.ProcessEnv,
  tried: string,
  log: InstallOptions['log'],
): Promise<void> {
  const lacking = new Map<string, readonly string[]>();
  for (const name of names) {
    const choice = findBrowser(name, env);
    const packages = choice ? await missingParts(choice) : (BROWSERS.get(name)?.debian ?? []);
    if (packages.length > 0) lacking.set(name, packages);
  }
  if (lacking.size === 0) return;
  const packages = [...new Set([...lacking.values()].flat())];
  log(`installing Debian's ${packages.join(', ')}`);
  await installDebianPackages(packages, `browsers ${[...lacking.keys()].join(', ')}`, tried);
}

/** A build that was downloaded may lack libraries of the system; starting it is the only sure way to know. */
async function ensureItStarts(choice: BrowserChoice, log: InstallOptions['log']): Promise<void> {
  const failure = await startFailure(choice);
  if (failure === null) return;
  const root = process.getuid?.() === 0;
  if (root) {
    log(`${choice.name}: does not start, installing the libraries it needs`);
    await installPlaywrightLibraries(choice.engine);
    if ((await startFailure(choice)) === null) return;
  }
  const command = `${root ? '' : 'sudo '}npx playwright install-deps ${choice.engine}`;
  throw new UserError(
    `browser ${choice.name}: it is installed but does not start: ${failure}`,
    `Run: ${command}; or take the system's browsers instead: ${SYSTEM_BROWSERS}=1`,
  );
}

async function startFailure(choice: BrowserChoice): Promise<string | null> {
  try {
    const session = await launch(choice, { proxy: { host: '127.0.0.1', port: 9 } });
    await session.close();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
