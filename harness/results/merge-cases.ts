import type { CaseRecord, Observation, Results } from './schema.ts';
import { facetName } from './verdict.ts';

/** The cases of all parts, each once, with what every browser did; see {@link mergeObservations} for two of one browser. */
export function mergeCases(parts: readonly Results[]): CaseRecord[] {
  const merged = new Map<string, CaseRecord>();
  for (const record of parts.flatMap((part) => part.cases)) {
    const known = merged.get(record.id) ?? { ...record, observed: {} };
    const observed = { ...known.observed };
    for (const [browser, seen] of Object.entries(record.observed)) {
      const before = observed[browser];
      observed[browser] = before === undefined ? seen : mergeObservations(before, seen);
    }
    merged.set(record.id, { ...known, observed });
  }
  return [...merged.values()];
}

/** A browser that answered the same case twice in different ways is unstable, whatever each answer was judged. */
export function mergeObservations(a: Observation, b: Observation): Observation {
  const flipped = facetName.options.find((name) => a.facets[name].observed !== b.facets[name].observed);
  if (flipped === undefined) return a;
  const told = ({ verdict, reason, facets }: Observation) =>
    a.verdict === b.verdict ? `${flipped}: ${facets[flipped].observed}` : `${verdict}: ${reason}`;
  return {
    ...a,
    status: 'unstable',
    reason: `${told(a)}; run again, ${told(b)}`,
  };
}
