import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../../install/run-tool.ts';
import type { Part } from './suites.ts';

/** The keys that Debian signs its suites with, of the package `debian-archive-keyring`. */
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** What the system calls its architecture is not what Debian does. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Debian's name for the architecture of this machine, or null where it is not known to have browsers for it. */
export const architecture = (): string | null => ARCHITECTURES[process.arch] ?? null;

/** The lines of `sources.list` for some parts. apt takes nothing from them that is not signed with Debian's keys. */
export const sourceLines = (parts: readonly Part[], arch: string): string[] =>
  parts.map(
    ({ url, suite }) => `deb [arch=${arch} target=Packages signed-by=${KEYRING}] ${url} ${suite} main`,
  );

/**
 * What this machine's apt is told of the network, as lines of an `apt.conf`: a proxy, time limits, whether an index may be
 * old. All else of its configuration is about this machine's own packages.
 */
export async function networkConfiguration(): Promise<string> {
  const { output } = await runTool('apt-config', ['dump', '--format', '%F "%v";%n']);
  return output
    .split('\n')
    .filter(
      (line) => /^Acquire::/.test(line) && !/^Acquire::(IndexTargets|CompressionTypes|Languages)/.test(line),
    )
    .join('\n');
}

/** The indexes of archives that apt has fetched into a folder, and checked against their signatures. */
export interface FetchedIndexes {
  /** The text of the index of a part; null where that part does not answer, or is not signed. */
  textOf(part: Part): Promise<string | null>;
  /** What apt says best of those that it did not get; empty where it got all. */
  refusal: string;
}

/**
 * Fetches the indexes of parts with apt, into a folder of its own: this machine's apt knows nothing of them afterwards.
 *
 * @param folder an empty one
 */
export async function fetchIndexes(
  parts: readonly Part[],
  arch: string,
  folder: string,
): Promise<FetchedIndexes> {
  const at = (name: string) => path.join(folder, name);
  for (const name of ['none', 'lists/partial', 'cache/archives/partial'])
    mkdirSync(at(name), { recursive: true });
  writeFileSync(at('sources.list'), `${sourceLines(parts, arch).join('\n')}\n`);
  writeFileSync(
    at('apt.conf'),
    [
      `Dir::Etc::parts "${at('none')}";`,
      'Dir::Etc::main "/dev/null";',
      `Dir::Etc::sourcelist "${at('sources.list')}";`,
      `Dir::Etc::sourceparts "${at('none')}";`,
      'Dir::Etc::preferences "/dev/null";',
      `Dir::Etc::preferencesparts "${at('none')}";`,
      `Dir::State::lists "${at('lists')}";`,
      `Dir::Cache "${at('cache')}";`,
      await networkConfiguration(),
      '',
    ].join('\n'),
  );
  const env = { APT_CONFIG: at('apt.conf') };
  // Where one part does not answer, this fails, and has fetched the others. Left to itself, apt makes a cache of all packages
  // afterwards, which takes half a minute and is of no use here.
  const { lastError } = await runTool(
    'apt-get',
    ['update', '-qq', '-o', 'pkgCacheFile::Generate=false'],
    env,
  );
  const format = '$(REPO_URI) $(RELEASE) $(FILENAME)';
  const listed = await runTool('apt-get', ['indextargets', '--format', format, 'Identifier: Packages'], env);
  const files = fetchedFiles(listed.output);
  return {
    refusal: lastError,
    async textOf({ url, suite }) {
      const file = files.get(`${url} ${suite}`);
      if (file === undefined) return null;
      const { ok, output } = await runTool('/usr/lib/apt/apt-helper', ['cat-file', file], env);
      return ok ? output : null;
    },
  };
}

/** The file of each part, by `<url> <suite>`, of what `apt-get indextargets` prints. */
export function fetchedFiles(listing: string): Map<string, string> {
  return new Map(
    listing.split('\n').flatMap((line) => {
      const [, url, suite, file] = /^(\S+?)\/? (\S+) (.+)$/.exec(line) ?? [];
      return url && suite && file ? [[`${url} ${suite}`, file] as const] : [];
    }),
  );
}
