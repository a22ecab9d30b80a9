import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { browserRecord, type DeviationRecord } from '../results/schema.ts';
import { expectationsFolder, readExpectations } from './expectations-file.ts';

/** A version of a browser that was measured. */
const measuredVersion = browserRecord.extend({
  /** Where the browser came from: a package and its version, or the system. */
  source: z.string(),
  /** The day it was measured. */
  date: z.iso.date(),
});

const change = z.strictObject({
  case: z.string(),
  line: z.string(),
  what: z.enum(['appeared', 'went away']),
  before: z.string(),
  in: z.string(),
});

const span = z.strictObject({
  id: z.string(),
  case: z.string(),
  line: z.string(),
  /** The first version that shows it; null: the oldest that was measured does, and those before are not known. */
  since: z.string().nullable(),
  /** The last version before that, where it had what is tested. */
  notIn: z.string().optional(),
  /** The last version before that, where it lacked the mechanism or the context. */
  lackedIn: z.string().optional(),
  /** The first version that shows it no more; null: the newest that was measured shows it. */
  until: z.string().nullable(),
});

/** `scenarios/expectations/timeline/<product>.json`: what was measured, and what follows from it. */
export const timelineFile = z.strictObject({
  product: z.string(),
  /** The versions that could be measured, the oldest first: by name, also those that bisection left out. */
  range: z.array(z.string()),
  versions: z.array(measuredVersion),
  /** Whether every change is between two versions of the range that follow each other. */
  complete: z.boolean(),
  /** From which version to which each recorded deviation is seen, by its witness; those that no version showed are absent. */
  deviations: z.array(span),
  /** The case that stands for each mechanism, by its name. */
  mechanisms: z.record(z.string(), z.string()),
  /** Every change of every case. */
  changes: z.array(change),
  /** What each case shows that the specification does not say, by version; null: it could not be told. */
  seen: z.record(z.string(), z.record(z.string(), z.array(z.string()).nullable())),
});
export type TimelineFile = z.infer<typeof timelineFile>;

/** Where the timeline of a product is kept, below the expectations. */
export const timelinePath = (product: string): string => `timeline/${product}.json`;

/**
 * The timeline of a product; null where none was measured.
 *
 * @throws {UserError} when the file is not what it should be
 */
export function readTimeline(product: string): TimelineFile | null {
  const name = timelinePath(product);
  if (!existsSync(new URL(name, expectationsFolder))) return null;
  return readExpectations(name, timelineFile, 'Remove the file, and measure again: npx connect-src timeline');
}

/**
 * The timeline of a browser, or of an engine: that of its own name, else that of a product of the engine, as
 * `webkitgtk` is of `webkit`.
 *
 * @throws {UserError} when a file is not what it should be
 */
export function readTimelineOf(subject: string): TimelineFile | null {
  const own = readTimeline(subject);
  const folder = new URL('timeline/', expectationsFolder);
  if (own !== null || !existsSync(folder)) return own;
  const products = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  return (
    products
      .sort()
      .map(readTimeline)
      .find((one) => one?.versions.some(({ engine }) => engine === subject)) ?? null
  );
}

/** From which version to which each recorded deviation is seen, by its id, as results carry it. */
export function spansOf(timeline: TimelineFile | null): Map<string, DeviationRecord['seen']> {
  if (timeline === null) return new Map();
  const versions = new Map(timeline.versions.map(({ name, version }) => [name, version]));
  const version = (name: string | null | undefined) => (name ? (versions.get(name) ?? name) : null);
  const oldest = timeline.versions[0]?.version ?? '';
  return new Map(
    timeline.deviations.map(({ id, case: witness, line, since, notIn, lackedIn, until }) => [
      id,
      {
        oldest,
        since: version(since),
        until: version(until),
        notIn: version(notIn),
        lackedIn: version(lackedIn),
        ...lastOf(timeline, witness, line),
      },
    ]),
  );
}

/** The last version in which a case shows a line. */
function lastOf({ versions, seen }: TimelineFile, witness: string, line: string): { last?: string } {
  const last = versions.findLast(({ name }) => seen[witness]?.[name]?.includes(line));
  return last ? { last: last.version } : {};
}
