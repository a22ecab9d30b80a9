import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type IndexedPackage, readPackages } from './packages-index.ts';

/** Where dpkg keeps what it knows, below a system's root. */
const DPKG = 'var/lib/dpkg';

/** The packages that are installed in a system. */
export const installedPackages = (root: string): IndexedPackage[] =>
  readPackages(readFileSync(path.join(root, DPKG, 'status'), 'utf8'));

/** A package of a system, as it is kept in the record. */
export interface RecordedPackage {
  name: string;
  version: string;
  /** SHA-256 of the package's file, as the signed index has it. */
  sha256: string;
}

/**
 * The packages of a system with the checksums that an index has of them, by their names.
 *
 * @throws Error for a package that is not in the index: it came from elsewhere, or the suite has changed meanwhile
 */
export function withChecksums(
  installed: readonly IndexedPackage[],
  listed: readonly IndexedPackage[],
): RecordedPackage[] {
  const idOf = ({ name, version, architecture }: IndexedPackage) => `${name}:${architecture} ${version}`;
  const checksums = new Map(listed.map((one) => [idOf(one), one.sha256]));
  return installed
    .map((one) => {
      const sha256 = checksums.get(idOf(one));
      if (!sha256) throw new Error(`${idOf(one)} is installed, and the suite's index has no checksum of it`);
      return { name: one.name, version: one.version, sha256 };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What a system calls itself, such as `Debian GNU/Linux 13 (trixie)`. */
export function systemName(root: string): string {
  const release = readFileSync(path.join(root, 'etc/os-release'), 'utf8');
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(release)?.[1] ?? 'Debian GNU/Linux';
}

/**
 * The programs and libraries of some packages: their files below `/usr/bin`, `/usr/lib` and `/usr/libexec`, sorted, as paths
 * below the system's root. Links are left out, for what they lead to is there itself.
 */
export function programFiles(root: string, packages: readonly IndexedPackage[]): string[] {
  const info = path.join(root, DPKG, 'info');
  const lists = existsSync(info) ? readdirSync(info) : [];
  const names = new Set(
    packages.flatMap(({ name, architecture }) => [`${name}.list`, `${name}:${architecture}.list`]),
  );
  return lists
    .filter((list) => names.has(list))
    .flatMap((list) => readFileSync(path.join(info, list), 'utf8').split('\n'))
    .filter((file) => /^\/usr\/(bin|lib|libexec)\//.test(file))
    .map((file) => file.slice(1))
    .filter((file) => lstatSync(path.join(root, file), { throwIfNoEntry: false })?.isFile())
    .sort();
}
