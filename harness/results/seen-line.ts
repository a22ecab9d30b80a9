import { type FacetName, facetName } from './verdict.ts';

/** What stands in a timeline for a version that has not the mechanism or the context at all. */
export const UNSUPPORTED = 'unsupported';

/** Whether what a version shows of a case is that it has not the mechanism or the context at all. */
export const lacks = (seen: readonly string[] | null | undefined): boolean => seen?.[0] === UNSUPPORTED;

/** The line of one difference on one facet. */
export const lineOf = (facet: string, difference: string): string => `${facet}: ${difference}`;

/** The facet and the difference of a line; the facet is null where it is of none, as `unsupported` is. */
export function readLine(line: string): { facet: FacetName | null; difference: string } {
  const [, name, difference = line] = /^(\w+): (.*)$/s.exec(line) ?? [];
  const { data: facet = null } = facetName.safeParse(name);
  return { facet, difference };
}
