import type { CaseRecord, Observation } from './schema.ts';

/** The URLs a connection goes through, one after another. */
export const urlChain = ({ url, redirects }: Pick<CaseRecord, 'url' | 'redirects'>): string =>
  [url, ...redirects.map(({ to }) => to)].join(' → ');

/** What deviates of an observation, one line a facet. */
export const deviatingFacets = ({ facets }: Pick<Observation, 'facets'>): string[] =>
  Object.entries(facets)
    .filter(([, { result }]) => result === 'deviates')
    .map(([name, { spec, observed }]) => `${name}: the specification says ${spec}; seen: ${observed}`);
