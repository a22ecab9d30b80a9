import { z } from 'zod';

/** What the oracle, or a scenario's author, says of a connection. */
export const decision = z.enum(['allowed', 'blocked']);
export type Decision = z.infer<typeof decision>;

/**
 * What the evidence alone says of a case.
 *
 * - `allowed`: the request reached its target.
 * - `blocked`: it did not, and a violation, a failure next to a working control, or a control that overtook it shows so.
 * - `leaked`: the browser reported a block, and the request left all the same.
 * - `unsupported`: the browser itself says that the API is not there, or lets out what a header that it does not know forbids.
 * - `inconclusive`: the rig could not tell; the reason says why.
 */
export const verdict = z.enum(['allowed', 'blocked', 'leaked', 'unsupported', 'inconclusive']);
export type Verdict = z.infer<typeof verdict>;

/** The four sides of conformance, judged one by one. Enforcement is the headline. */
export const facetName = z.enum(['enforcement', 'outcome', 'violation', 'report']);
export type FacetName = z.infer<typeof facetName>;

/** How a case stands after it was compared with expected, spec and the known deviations. */
export const status = z.enum([
  'conforms',
  'known deviation',
  'disputed',
  'unsupported',
  'new deviation',
  'fixed deviation',
  'expected differs from spec',
  'unstable',
  'inconclusive',
]);
export type Status = z.infer<typeof status>;

/** The statuses that let a run pass; every other one fails it. */
export const passing: ReadonlySet<Status> = new Set([
  'conforms',
  'known deviation',
  'disputed',
  'unsupported',
]);

/** What fails in these cases, one entry a case and browser. */
export function failingIn<C extends { observed: Readonly<Record<string, { status: Status }>> }>({
  cases,
}: {
  readonly cases: readonly C[];
}): { one: C; browser: string; seen: C['observed'][string] }[] {
  return cases.flatMap((one) =>
    Object.entries(one.observed)
      .filter(([, { status }]) => !passing.has(status))
      .map(([browser, seen]) => ({ one, browser, seen: seen as C['observed'][string] })),
  );
}

/**
 * What a deviation means to a reader, gravest first: `security` lets something out that the specification blocks,
 * `compatibility` blocks something that it allows, or shows script another outcome,
 * `reporting` gets the violation event or the report wrong.
 */
export const deviationKind = z.enum(['security', 'compatibility', 'reporting']);
export type DeviationKind = z.infer<typeof deviationKind>;

/** The gravest of these kinds; undefined where there is none. */
export const gravest = (kinds: readonly DeviationKind[]): DeviationKind | undefined =>
  deviationKind.options.find((kind) => kinds.includes(kind));

/** What a difference on this facet means to a reader: a block too many is a nuisance, anything else that leaves a hole. */
export function kindOfDifference(facet: FacetName, difference: string): DeviationKind {
  if (facet === 'enforcement') return isStricter(difference) ? 'compatibility' : 'security';
  return facet === 'outcome' ? 'compatibility' : 'reporting';
}

/** Whether no more left than should: it was blocked, or asked for over https where http was to be, at the same port. */
const isStricter = (difference: string): boolean =>
  /^blocked|^https(:\S+) was asked instead of http\1$/.test(difference);
