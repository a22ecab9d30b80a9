import { type KeptBrowser, keptBrowsers } from '../../engines/cache/kept-browsers.ts';
import { answers, compareVersions, nameOf, parseRequests } from '../../engines/cache/request.ts';
import { takeConfigurationFile } from '../../engines/configuration-file.ts';
import { findBrowser } from '../../engines/find.ts';
import { browserVersion } from '../../engines/version.ts';
import { UserError } from '../../errors.ts';

/** A version that a timeline can measure: what it is called in a run, and where it is from. */
export interface RangeVersion {
  name: string;
  version: string;
  source: string;
}

/** A product, and those of its versions that were asked for and are here, the oldest first. */
export interface VersionRange {
  product: string;
  engine: KeptBrowser['engine'];
  versions: RangeVersion[];
}

/**
 * The versions of a range such as `chromium@92..156` that are in the cache, and the installed browser of the product's own
 * name, where its version is in the range and not in the cache.
 *
 * @throws {UserError} where they are of two products, or fewer than two are here
 */
export async function versionsIn(text: string): Promise<VersionRange> {
  await takeConfigurationFile();
  const requests = text.split(',').flatMap((one) => parseRequests(one.trim()));
  const [first] = requests;
  if (first === undefined || requests.some(({ product }) => product !== first.product))
    throw new UserError(`--browsers ${text}: these are of more than one product`, 'Ask for one at a time');
  const names = new Set(requests.map(nameOf));
  const found: RangeVersion[] = keptBrowsers().filter(({ name }) => names.has(name));
  const installed = await installedVersion(first.product);
  const wanted = installed && requests.find(({ version }) => answers(installed.version, version));
  if (wanted && !found.some(({ version }) => answers(version, wanted.version))) found.push(installed);
  if (found.length < 2)
    throw new UserError(
      `--browsers ${text}: ${found.length} of these versions is here, and there have to be two`,
      `Add some: npx connect-src browsers add ${text.split(',').join(' ')}`,
    );
  return {
    product: first.product,
    engine: first.engine,
    versions: found
      .map(({ name, version, source }) => ({ name, version, source }))
      .sort((a, b) => compareVersions(a.version, b.version)),
  };
}

async function installedVersion(name: string): Promise<RangeVersion | null> {
  const choice = findBrowser(name);
  const version = choice && (await browserVersion(choice).catch(() => null));
  return version ? { name, version, source: 'installed' } : null;
}
