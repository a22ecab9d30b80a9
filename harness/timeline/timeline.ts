import type { TimelineFile } from '../expectations/timeline-file.ts';
import { lacks } from '../results/seen-line.ts';
import { spanOf } from '../results/span.ts';
import { type Change, changesOf, nextToMeasure } from './bisect.ts';
import type { Witness } from './witnesses.ts';

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
    deviations: witnesses.flatMap((witness) => sightingOf(witness, range, seen[witness.case] ?? {})),
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
function sightingOf(
  { deviation, case: id, line }: Witness,
  range: readonly string[],
  seen: TimelineFile['seen'][string],
): TimelineFile['deviations'] {
  const span = spanOf(
    range.flatMap((name) => {
      const lines = seen[name];
      return lines ? [{ version: name, shows: lines.includes(line), lacks: lacks(lines) }] : [];
    }),
  );
  if (span === null) return [];
  const { since, notIn, lackedIn, until } = span;
  return [
    {
      id: deviation,
      ...{ case: id, line, since },
      ...(lackedIn !== null && { lackedIn }),
      ...(notIn !== null && { notIn }),
      until,
    },
  ];
}

/** A change in one line for people. */
export const changeInWords = ({ line, what, before, in: since }: Change): string =>
  `${since}: ${what}: ${line} (${before} is the version before that)`;
