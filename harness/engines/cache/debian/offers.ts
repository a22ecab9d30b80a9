import { answers, compareVersions, type VersionRequest } from '../request.ts';
import { type IndexedPackage, upstreamVersion } from './packages-index.ts';
import type { Packaging, Part, Suite } from './suites.ts';

/** A browser that a suite has. */
export interface Offer {
  suite: Suite;
  /** The parts to install it from: the one that has it, and those of its suite before that one. */
  parts: readonly Part[];
  package: IndexedPackage;
  /** The browser's own version. */
  version: string;
  /** The program's name in `/usr/bin`. */
  program: string;
}

/**
 * What the suites have of a product.
 *
 * A part has one version of a package. Where a later part has a newer one, the older is had by leaving that part out,
 * hence an offer for each part; where it has none that is newer, apt would take that of an earlier part.
 *
 * @param read the packages of a part; null where it does not answer, and without its first part a suite has nothing
 */
export function offersOf(
  { programs }: Packaging,
  suites: readonly Suite[],
  read: (part: Part) => readonly IndexedPackage[] | null,
): Offer[] {
  return suites.flatMap((suite) => {
    const answering = suite.parts.filter((part) => read(part) !== null);
    if (answering[0] !== suite.parts[0]) return [];
    return Object.entries(programs).flatMap(([name, program]) => {
      let newest = '0';
      return answering.flatMap((part, index) => {
        const found = read(part)?.find((one) => one.name === name);
        const version = found && upstreamVersion(found.version);
        if (!found || !version || compareVersions(version, newest) <= 0) return [];
        newest = version;
        return { suite, parts: answering.slice(0, index + 1), package: found, version, program };
      });
    });
  });
}

/**
 * The offers that answer to the request, the best first: the newest version, and of one version that several suites have that
 * of the oldest suite, whose libraries are the most settled, and there the package that comes first in the product's list.
 */
export const bestFirst = (offers: readonly Offer[], { version }: VersionRequest): Offer[] =>
  offers
    .filter((offer) => answers(offer.version, version))
    .sort((a, b) => compareVersions(b.version, a.version));

/** The versions of offers, each once, the oldest first, for messages. */
export const versionsOf = (offers: readonly Offer[]): string[] =>
  [...new Set(offers.map(({ version }) => version))].sort(compareVersions);
