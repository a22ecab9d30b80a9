import type { Observation, Results } from '../results/schema.ts';
import { lineOf, UNSUPPORTED } from '../results/seen-line.ts';
import { facetName } from '../results/verdict.ts';

/** What a browser shows of a case that the specification does not say, one line a difference; null: it could not be told. */
export type Seen = readonly string[] | null;

/** What an observation shows. */
export function seenIn({ verdict, facets }: Observation): Seen {
  if (verdict === 'inconclusive') return null;
  if (verdict === 'unsupported') return [UNSUPPORTED];
  return facetName.options
    .flatMap((name) => {
      const { result, observed, differences = [observed] } = facets[name];
      return result === 'deviates' ? differences.map((each) => lineOf(name, each)) : [];
    })
    .sort();
}

/** What each case of a run shows in one browser, by its id. */
export const seenBy = (results: Results, browser: string): Record<string, Seen> =>
  Object.fromEntries(
    results.cases.flatMap(({ id, observed }) => {
      const one = observed[browser];
      return one === undefined ? [] : [[id, seenIn(one)]];
    }),
  );

/** Whether two versions show the same. */
export const same = (a: Seen, b: Seen): boolean => JSON.stringify(a) === JSON.stringify(b);
