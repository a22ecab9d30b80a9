import { z } from 'zod';
import { readCorpusFile } from './corpus-file.ts';
import { facetName } from './verdict.ts';
import { fits, holdsFor, type Place, whichCases } from './which-cases.ts';

/** Why browsers deviate, in words, and which deviations that explains; the first cause that fits is taken. */
export const deviationCause = z.strictObject({
  id: z.string(),
  ...whichCases,
  facet: facetName,
  /** Regular expression for what was seen; absent: anything. */
  observed: z.string().optional(),
  cause: z.string(),
  link: z.url().nullable(),
});
export type DeviationCause = z.infer<typeof deviationCause>;

/** The causes, in order. @throws UserError when the file is not what it should be */
export const readCauses = (): DeviationCause[] =>
  readCorpusFile('deviation-causes.json', z.strictObject({ causes: z.array(deviationCause) })).causes;

/** One difference of one case, to be explained. */
export interface Difference extends Place {
  facet: string;
  observed: string;
}

/** The cause that explains a difference, or undefined. */
export const causeOf = (
  causes: readonly DeviationCause[],
  difference: Difference,
): DeviationCause | undefined =>
  causes.find(
    (cause) =>
      cause.facet === difference.facet &&
      fits(cause.observed, difference.observed) &&
      holdsFor(cause, difference),
  );
