import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { publicReport, sighting, upstreamFix } from '../results/schema.ts';
import { facetName } from '../results/verdict.ts';
import { expectationsError, expectationsFolder, readExpectations } from './expectations-file.ts';
import { fits, holdsFor, type Place, whichCases } from './which-cases.ts';

/** The file of the causes that hold for more than one engine; each other file is named after its engine. */
const SHARED = 'shared';

const { browsers: _, ...expressions } = whichCases;

/**
 * One reason that explains many deviations, as a file of `scenarios/expectations/causes/` has it: the cases and lines it
 * explains, and what is known of it.
 */
const writtenCause = z.strictObject({
  id: z.string(),
  facet: facetName,
  ...expressions,
  /** Regular expression for what was seen; absent: anything. */
  observed: z.string().optional(),
  cause: z.string(),
  /** It is a race inside the browser: a case that does not show it has not changed. */
  sometimes: z.literal(true).optional(),
  /** Where it was measured first, by browser: the cause holds for these. */
  since: z.record(z.string(), sighting),
  /** Public reports of it; of all its browsers, unless the entry names some. */
  links: z.array(publicReport.extend({ browsers: z.array(z.string()).optional() })),
  /** When public trackers were searched for it; null: not yet. */
  lookedUp: z.iso.date().nullable(),
  /** Where a browser's source was changed for it, by browser. Which release has the change is for a run to say. */
  fixed: z.record(z.string(), upstreamFix).optional(),
});

export interface DeviationCause extends z.infer<typeof writtenCause> {
  browsers: string[];
}

/** A file of causes. */
export const causesFile = z.strictObject({ causes: z.array(writtenCause) });

/**
 * The causes of all files, in the order in which they are tried: those of one engine before those that are shared.
 *
 * @throws UserError when a file is not what it should be, or an id is there twice
 */
export function readCauses(): DeviationCause[] {
  const names = readdirSync(new URL('causes/', expectationsFolder)).map((file) =>
    file.replace(/\.json$/, ''),
  );
  const causes = names
    .sort((a, b) => Number(a === SHARED) - Number(b === SHARED))
    .flatMap((name) => causesOf(name, readExpectations(`causes/${name}.json`, causesFile).causes));
  const ids = causes.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw expectationsError('causes/', `the cause "${twice}" is there twice`);
  return causes;
}

/** The causes of one file, each checked to stand in the right one. */
export function causesOf(name: string, written: z.infer<typeof causesFile>['causes']): DeviationCause[] {
  return written.map((cause) => {
    const browsers = Object.keys(cause.since);
    const named = [...Object.keys(cause.fixed ?? {}), ...cause.links.flatMap((link) => link.browsers ?? [])];
    const problem =
      name === SHARED
        ? browsers.length < 2 && 'is measured in one browser: it belongs in that engine’s file'
        : browsers.join() !== name &&
          `is measured in ${browsers.join(', ')}: it does not belong in this file`;
    const stranger = named.find((browser) => !browsers.includes(browser));
    const wrong = problem || (stranger !== undefined && `names ${stranger}, in which it was not measured`);
    if (wrong) throw expectationsError(`causes/${name}.json`, `the cause "${cause.id}" ${wrong}`);
    return { ...cause, browsers };
  });
}

/** One difference of one case, to be explained. */
export interface Difference extends Place {
  facet: string;
  observed: string;
}

/** The first cause that explains a difference, or undefined. */
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

/** What is known of a cause in one browser, as results carry it. */
export const factsOf = ({ cause, since, links, lookedUp, fixed }: DeviationCause, browser: string) => ({
  cause,
  since: since[browser] ?? null,
  links: links
    .filter(({ browsers }) => browsers?.includes(browser) ?? true)
    .map(({ url, tells }) => ({ url, tells })),
  lookedUp,
  fixed: fixed?.[browser] ?? null,
});
export type CauseFacts = ReturnType<typeof factsOf>;

/** What is known of deviations that nobody has explained. */
export const unexplainedFacts: CauseFacts = {
  cause: 'Not explained yet.',
  since: null,
  links: [],
  lookedUp: null,
  fixed: null,
};
