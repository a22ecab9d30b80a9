import type { Observation } from './schema.ts';
import type { FacetName } from './verdict.ts';

/**
 * What deviates in a facet and no known deviation explains, one entry a difference; none where all of it is recorded.
 * A case that is not judged by the known deviations, as a disputed one, has none named: then that is all that deviates.
 */
export function unexplainedIn({
  result,
  observed,
  differences = [observed],
  deviations,
  unexplained,
}: Observation['facets'][FacetName]): readonly string[] {
  if (result !== 'deviates') return [];
  return unexplained ?? (deviations === undefined ? differences : []);
}
