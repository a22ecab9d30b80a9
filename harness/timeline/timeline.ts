import type { TimelineFile } from '../expectations/timeline-file.ts';
import { type Change, changesOf, nextToMeasure } from './bisect.ts';
import { lacks, type Witness } from './witnesses.ts';

/** What was measured, without what follows from it. */
export type Measurements = Pick<TimelineFile, 'product' | 'range' | 'versions' | 'seen'>;

/**
 * The whole file: what was measured, and what follows from it.
 *
 * @param mechanisms the case that stands for each mechanism
 */
export function timelineOf(
  { product, range, versions, seen }: Measurements,
  witnesses: readonly Witness[],
  mechanisms: Readonly<Record<string, string>>,
): TimelineFile {
  const ids = Object.keys(seen).sort();
  return {
    product,
    range,
    versions: [...versions].sort((a, b) => range.indexOf(a.name) - range.indexOf(b.name)),
    complete: ids.every((id) => nextToMeasure(range, seen[id] ?? {}).length === 0),
    deviations: witnesses.flatMap((witness) => spanOf(witness, range, seen[witness.case] ?? {})),
    mechanisms: Object.fromEntries(Object.entries(mechanisms).filter(([, id]) => seen[id] !== undefined)),
    changes: ids
      .flatMap((id) => changesOf(range, seen[id] ?? {}).map((one) => ({ case: id, ...one })))
      .sort((a, b) => range.indexOf(a.in) - range.indexOf(b.in)),
    seen: Object.fromEntries(ids.map((id) => [id, inOrder(seen[id] ?? {}, range)])),
  };
}

const inOrder = (seen: TimelineFile['seen'][string], range: readonly string[]) =>
  Object.fromEntries(range.flatMap((name) => (seen[name] === undefined ? [] : [[name, seen[name]]])));

/** Where a witness shows its deviation, from the first version that does to the last. */
function spanOf(
  { deviation, case: id, line }: Witness,
  range: readonly string[],
  seen: TimelineFile['seen'][string],
): TimelineFile['deviations'] {
  const known = range.filter((name) => Array.isArray(seen[name]));
  const shows = known.filter((name) => seen[name]?.includes(line));
  const [first, last] = [shows[0], shows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = known[known.indexOf(first) - 1];
  const after = known[known.indexOf(last) + 1];
  return [
    {
      id: deviation,
      ...{ case: id, line },
      since: before === undefined ? null : first,
      ...(before !== undefined && (lacks(seen[before]) ? { lackedIn: before } : { notIn: before })),
      until: after ?? null,
    },
  ];
}

/** A change in one line for people. */
export const changeInWords = ({ line, what, before, in: since }: Change): string =>
  `${since}: ${what}: ${line} (${before} is the version before that)`;
