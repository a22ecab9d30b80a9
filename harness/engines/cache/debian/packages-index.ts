/** What an index of packages says of one: a `Packages` file of an archive, or the `status` file of a system. */
export interface IndexedPackage {
  name: string;
  /** With Debian's revision, and its epoch where it has one: `2:1.4.0-1`. */
  version: string;
  architecture: string;
  /** The package that it was built from: its own name where nothing else is said. */
  source: string;
  /** SHA-256 of the package's file, in hexadecimal digits; null where the index has none, as a system's has not. */
  sha256: string | null;
}

/**
 * Reads an index of packages: paragraphs of fields, with an empty line between two
 * (https://www.debian.org/doc/debian-policy/ch-controlfields.html). A paragraph without a name or a version is passed
 * over, and so is a package that a system's index calls removed.
 *
 * @param wanted the names of the packages to read; all where it is absent
 */
export function readPackages(text: string, wanted?: ReadonlySet<string>): IndexedPackage[] {
  return text.split(/\n{2,}/).flatMap((paragraph) => {
    const name = field(paragraph, 'Package');
    if (name === null || (wanted && !wanted.has(name))) return [];
    const version = field(paragraph, 'Version');
    const status = field(paragraph, 'Status');
    if (version === null || (status !== null && !status.endsWith(' installed'))) return [];
    return {
      name,
      version,
      architecture: field(paragraph, 'Architecture') ?? 'all',
      // A version in parentheses follows where it is another than the package's own.
      source: field(paragraph, 'Source')?.split(' ')[0] ?? name,
      sha256: field(paragraph, 'SHA256'),
    };
  });
}

function field(paragraph: string, name: string): string | null {
  return new RegExp(`^${name}: *(.*\\S)`, 'm').exec(paragraph)?.[1] ?? null;
}

/**
 * The browser's own version in that of its package: the numbers before Debian's revision, without an epoch. Null where the
 * version does not begin with a number.
 */
export const upstreamVersion = (version: string): string | null =>
  /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? null;
