import { mechanismNamed } from '../catalogue/registry.ts';

/** Sorts by mechanism: those of the form in its order, as the best known ones, then the others by name. */
export const inFormOrder = (a: { mechanism: string }, b: { mechanism: string }): number =>
  place(a.mechanism) - place(b.mechanism) || (a.mechanism < b.mechanism ? -1 : 1);

const place = (mechanism: string): number =>
  mechanismNamed(mechanism)?.placeInForm ?? Number.MAX_SAFE_INTEGER;
