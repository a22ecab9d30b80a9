import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../../errors.ts';
import { executableOnPath } from '../../executables.ts';
import { runTool } from '../../install/run-tool.ts';
import { privateFolder } from '../../private-folder.ts';
import { architecture, type FetchedIndexes, fetchIndexes } from '../debian/apt.ts';
import { buildSystem, ensureBuilder, OWN_MOUNTS } from '../debian/build-system.ts';
import { bestFirst, type Offer, offersOf, versionsOf } from '../debian/offers.ts';
import { type IndexedPackage, readPackages } from '../debian/packages-index.ts';
import { EVERYWHERE, PACKAGINGS, type Packaging, type Part, SUITES } from '../debian/suites.ts';
import { installedPackages, programFiles, systemName, withChecksums } from '../debian/system-files.ts';
import { nameOf } from '../request.ts';
import type { BrowserSource, Unpacked } from '../source.ts';

/** The folder of the system, beside the script that enters it. */
const ROOT = 'root';

const ENTER = fileURLToPath(new URL('../debian/enter-system.sh', import.meta.url));

/**
 * Debian's suites: a browser of one of them is put into a folder together with that suite's libraries, and a script enters
 * that folder to start it (see `enter-system.sh`).
 */
export const debianSuites: BrowserSource = {
  name: "Debian's suites",
  async unpack(request, folder, log) {
    const packaging = PACKAGINGS[request.product];
    if (packaging === undefined) return `have no ${request.product}`;
    const arch = architecture();
    if (process.platform !== 'linux' || arch === null) return 'are for Linux on x64 and arm64 only';
    if (process.getuid?.() !== 0)
      throw new UserError(
        'installing and entering a system takes root',
        `Run: sudo npx connect-src browsers add ${request.product}@${request.version}`,
      );
    if (!(await mayMount()))
      throw new UserError(
        'this root may not mount anything, as in most containers, and entering a system takes that',
        'Run it outside of the container, or give the container the capability SYS_ADMIN',
      );
    if (!executableOnPath('apt-get')) return 'need apt-get, and there is none here';
    indexes ??= readIndexes(arch, log);
    const { fetched, browsersIn } = await indexes;
    const offers = offersOf(packaging, SUITES, browsersIn);
    const answering = bestFirst(offers, request);
    if (answering.length === 0) return `have no ${request.version}, ${insteadOf(offers, fetched)}`;
    await ensureBuilder(log);
    const refused: string[] = [];
    for (const offer of answering) {
      log(`${nameOf(request)}: installing ${originOf(offer)}, which takes minutes`);
      try {
        return await install(offer, packaging, arch, fetched, folder);
      } catch (error) {
        // An archive may lack what its index lists; another suite may have it.
        refused.push(`${originOf(offer)}: ${(error as Error).message}`);
        for (const left of readdirSync(folder))
          rmSync(path.join(folder, left), { recursive: true, force: true });
      }
    }
    return `did not give ${refused.join(', nor ')}`;
  },
};

/** Whether this process may have a mount namespace of its own, and mount there. */
const mayMount = async (): Promise<boolean> =>
  (await runTool('unshare', [...OWN_MOUNTS, 'mount', '--bind', '/tmp', '/tmp'])).ok;

/** The indexes of all suites, and which browsers each of their parts has. */
interface ReadIndexes {
  fetched: FetchedIndexes;
  browsersIn(part: Part): readonly IndexedPackage[] | null;
}

/** They are read once in a process: its requests are answered from one state of Debian. */
let indexes: Promise<ReadIndexes> | null = null;

async function readIndexes(arch: string, log: (line: string) => void): Promise<ReadIndexes> {
  log("reading which versions Debian's suites have");
  const parts = SUITES.flatMap((suite) => suite.parts);
  const fetched = await fetchIndexes(parts, arch, mkdtempSync(path.join(privateFolder(), 'suites-')));
  const wanted = new Set(Object.values(PACKAGINGS).flatMap(({ programs }) => Object.keys(programs)));
  const found = new Map<Part, IndexedPackage[]>();
  for (const part of parts) {
    const text = await fetched.textOf(part);
    if (text !== null) found.set(part, readPackages(text, wanted));
  }
  return { fetched, browsersIn: (part) => found.get(part) ?? null };
}

const originOf = ({ package: { name, version }, parts }: Offer): string =>
  `${name} ${version} of Debian's ${parts.at(-1)?.suite}`;

/** What there is in place of a version that there is not, in words. */
function insteadOf(offers: readonly Offer[], { refusal }: FetchedIndexes): string {
  if (offers.length > 0) return `but ${versionsOf(offers).join(', ')}`;
  return refusal === '' ? 'nor any other' : `nor any other (${refusal})`;
}

async function install(
  offer: Offer,
  { besides }: Packaging,
  arch: string,
  { textOf }: FetchedIndexes,
  folder: string,
): Promise<Unpacked> {
  const { suite, parts, package: main, program } = offer;
  const root = path.join(folder, ROOT);
  await buildSystem(suite.name, parts, [main.name, ...besides, ...EVERYWHERE], arch, root);
  copyFileSync(ENTER, path.join(folder, program));
  const listed: IndexedPackage[] = [];
  for (const part of parts) listed.push(...readPackages((await textOf(part)) ?? ''));
  const installed = installedPackages(root);
  const own = installed.filter(({ source }) => source === main.source);
  return {
    executable: program,
    args: [],
    origin: originOf(offer),
    integrity: main.sha256 && `sha256-${main.sha256}`,
    system: {
      name: systemName(root),
      root: ROOT,
      packages: withChecksums(installed, listed),
      files: programFiles(root, own).map((file) => path.join(ROOT, file)),
    },
  };
}
