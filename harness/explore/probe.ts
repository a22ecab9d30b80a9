import type { Tally } from '../results/exploration-schema.ts';
import type { FacetName } from '../results/verdict.ts';
import { type Explored, only } from './document.ts';
import { type Invariant, variantsOf, whereLike } from './invariant.ts';
import { type Explorable, isOut, look, type Seen } from './look.ts';

/** What a finding is about: a browser against the specification, against another browser, or against an invariant. */
export type FindingKind = 'specification' | 'differential' | 'invariant';

/**
 * A question that can be asked of any document: does it show this finding? Documents are asked in batches, since opening
 * many at once costs little more than opening one.
 */
export interface Probe {
  kind: FindingKind;
  /** The browser it was found in. */
  browser: string;
  /** What differs, in a line: part of what tells findings apart. */
  says: string;
  /** Of one against the specification: the facet that deviates, and the line that was seen of it. */
  deviation?: { facet: FacetName; line: string };
  /** Which of these documents show it. @throws UserError where one cannot be played */
  shows(documents: readonly Explored[]): Promise<boolean[]>;
}

/** A finding: what to ask, and a document that shows it, with one connection. */
export interface Finding {
  probe: Probe;
  document: Explored;
}

/** What deviates from the specification in what a browser did with one document, and is not recorded of it. */
export const againstSpecification = (
  browser: Explorable,
  document: Explored,
  seen: readonly Seen[],
): Finding[] =>
  seen.flatMap((one) =>
    (Object.entries(one.unexplained) as [FacetName, string[]][]).flatMap(([facet, lines]) =>
      lines.map((line) => ({
        document: only(document, one.mechanism, one.target),
        probe: specificationProbe(browser, facet, line, one),
      })),
    ),
  );

/** Whether a browser shows this line of this facet in a document whose connection is, by the text, as in `like`. */
export const specificationProbe = (
  browser: Explorable,
  facet: FacetName,
  line: string,
  { spec }: Pick<Seen, 'spec'>,
): Probe => ({
  kind: 'specification',
  browser: browser.name,
  says: `${facet}: ${line}, where the specification says ${spec}`,
  deviation: { facet, line },
  shows: async (documents) =>
    (await look(browser, documents)).map((list) =>
      list.some((seen) => seen.spec === spec && seen.unexplained[facet]?.includes(line)),
    ),
});

/** What one browser lets out of a document and another does not, though neither deviates from the specification in it. */
export const againstEachOther = (
  [first, second]: readonly [Explorable, Explorable],
  document: Explored,
  seen: readonly [readonly Seen[], readonly Seen[]],
): Finding[] =>
  differing(seen[0], seen[1]).map((one) => ({
    document: only(document, one.mechanism, one.target),
    probe: {
      kind: 'differential',
      browser: first.name,
      says: `${isOut(one) ? 'allowed' : 'blocked'}, and not so in ${second.name}`,
      async shows(documents) {
        const [lists, others] = await Promise.all([look(first, documents), look(second, documents)]);
        return lists.map((list, index) =>
          differing(list, others[index] ?? []).some((seen) => isOut(seen) === isOut(one)),
        );
      },
    },
  }));

/** Those connections of `seen` whose like was treated otherwise in the other browser, with nothing to explain it. */
const differing = (seen: readonly Seen[], other: readonly Seen[]): Seen[] =>
  whereLike(seen, other, (one, like) => isOut(one) !== isOut(like) && isPlain([one, like]));

/** What breaks an invariant in a browser. What a deviation explains is counted, and found against the specification. */
export function againstInvariant(
  browser: Explorable,
  invariant: Invariant,
  document: Explored,
  base: readonly Seen[],
  variants: readonly (readonly Seen[])[],
  tally: Tally,
): Finding[] {
  const broken = invariant.broken(base, variants);
  const doubtful = unexplained(invariant, broken, [...base, ...variants.flat()]);
  tally.asked += base.length;
  tally.broken += broken.length;
  tally.unexplained += doubtful.length;
  return doubtful.map((one) => ({
    document: only(document, one.mechanism, one.target),
    probe: {
      kind: 'invariant',
      browser: browser.name,
      says: `${invariant.id}: ${isOut(one) ? 'allowed' : 'blocked'}`,
      shows: async (documents) =>
        (await breakers(browser, invariant, documents)).map((list) =>
          list.some((seen) => isOut(seen) === isOut(one)),
        ),
    },
  }));
}

/** Those of what breaks an invariant that no deviation from the specification explains. */
function unexplained(
  { explainedBy = [] }: Invariant,
  broken: readonly Seen[],
  all: readonly Seen[],
): readonly Seen[] {
  return isPlain(all)
    ? broken.filter(({ deviates }) => !deviates.some((facet) => explainedBy.includes(facet)))
    : [];
}

/** Opens documents and their variants together: what of each breaks the invariant, and no deviation explains. */
export async function breakers(
  browser: Explorable,
  invariant: Invariant,
  documents: readonly Explored[],
): Promise<(readonly Seen[])[]> {
  const variants = documents.map((document) => variantsOf(invariant, document));
  const seen = await look(browser, [...documents, ...variants.flat()]);
  let next = documents.length;
  return documents.map((_, index) => {
    const count = variants[index]?.length ?? 0;
    const ofVariants = seen.slice(next, next + count);
    next += count;
    if (count === 0) return [];
    const base = seen[index] ?? [];
    return unexplained(invariant, invariant.broken(base, ofVariants), [...base, ...ofVariants.flat()]);
  });
}

/** Whether none of these deviates in what it lets out, or stands on a disputed point. */
const isPlain = (all: readonly Seen[]): boolean =>
  all.every((seen) => seen.unexplained.enforcement === undefined && !seen.disputed);
