import { placesKept } from './configuration.ts';
import { takeConfigurationFile } from './configuration-file.ts';
import { type BrowserChoice, browsersFromEnvironment, resolveBrowser } from './find.ts';

/**
 * Settles which browsers a run takes, for this process and for those it starts, and finds each of them before the run:
 * afterwards a browser that is not there would be found missing test by test.
 *
 * @param wanted the browsers to take, written as in `CONNECT_SRC_BROWSERS`; absent: those of the environment
 * @param args Playwright's own arguments; a `--project` among them, which may hold patterns, chooses in its own way
 * @returns the browsers; none where `--project` chooses
 * @throws {UserError} for one that is unknown, is not installed, or is configured in a wrong way
 */
export async function chooseBrowsers(
  wanted?: string,
  args: readonly string[] = [],
): Promise<BrowserChoice[]> {
  await takeConfigurationFile();
  if (wanted !== undefined) process.env.CONNECT_SRC_BROWSERS = placesKept(wanted);
  const browsers = browsersFromEnvironment();
  if (args.some((arg) => /^--project\b/.test(arg))) return [];
  return [...browsers.keys()].map((name) => resolveBrowser(name));
}
