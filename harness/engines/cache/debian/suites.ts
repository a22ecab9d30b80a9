import data from './suites.json' with { type: 'json' };

/** A folder of a Debian archive that has packages of its own: a suite, or what is added to it later. */
export interface Part {
  /** The archive's URL, without a slash at the end. */
  url: string;
  /** The folder's name below `dists`, such as `trixie-security`. */
  suite: string;
}

/** A suite of Debian: a system that can be installed. */
export interface Suite {
  name: string;
  /** The suite itself, then what is added to it; each part needs those before it. */
  parts: readonly Part[];
}

/** How Debian has a product. */
export interface Packaging {
  /** The packages that bring it, the best first, and the name of the program of each in `/usr/bin`. */
  programs: Readonly<Record<string, string>>;
  /** The packages that it needs, and that its own do not ask for. */
  besides: readonly string[];
}

/** Debian's suites, the oldest first. Which versions they have is in their indexes alone. */
export const SUITES: readonly Suite[] = data.suites;

/** The products that Debian has, by the names of a request. */
export const PACKAGINGS: Readonly<Record<string, Packaging>> = data.products;

/** The packages that every browser needs: without a font, text has no size. */
export const EVERYWHERE: readonly string[] = data.everywhere;
