import { type Seen, same } from './seen.ts';

/** What was seen of one case in the versions that have been measured, by their names. */
export type Measured = Readonly<Record<string, Seen>>;

/**
 * The versions to measure next, to find where a case changes: first the oldest and the newest, then the middle of each
 * stretch whose two ends show something else. A stretch whose ends show the same is taken to be the same throughout: a
 * change that was taken back within it stays unseen. A version that could not tell counts as not there.
 *
 * @param versions the oldest first
 * @returns none where every change is between two versions that follow each other
 */
export function nextToMeasure(versions: readonly string[], measured: Measured): string[] {
  const able = versions.filter((name) => measured[name] !== null);
  const ends = [able[0], able.at(-1)].filter((name) => name !== undefined);
  const unknown = ends.filter((name) => measured[name] === undefined);
  if (unknown.length > 0) return [...new Set(unknown)];
  const known = able.flatMap((name, index) => (measured[name] === undefined ? [] : [{ name, index }]));
  return known.flatMap(({ name, index }, position) => {
    const next = known[position + 1];
    if (next === undefined || next.index === index + 1) return [];
    if (same(measured[name] as Seen, measured[next.name] as Seen)) return [];
    return able[Math.floor((index + next.index) / 2)] ?? [];
  });
}

/** A line that one version shows and its neighbour does not. */
export interface Change {
  line: string;
  what: 'appeared' | 'went away';
  /** The last version before the change. */
  before: string;
  /** The first version after it. */
  in: string;
}

/** All changes of a case that were measured, the oldest first. Between `before` and `in` no version could tell. */
export function changesOf(versions: readonly string[], measured: Measured): Change[] {
  const known = versions.filter((name) => measured[name] !== undefined && measured[name] !== null);
  return known.slice(1).flatMap((name, index) => {
    const before = known[index] as string;
    const [older, newer] = [measured[before] ?? [], measured[name] ?? []];
    const changed = (what: Change['what'], lines: readonly string[]) =>
      lines.map((line): Change => ({ line, what, before, in: name }));
    return [
      ...changed(
        'went away',
        older.filter((line) => !newer.includes(line)),
      ),
      ...changed(
        'appeared',
        newer.filter((line) => !older.includes(line)),
      ),
    ];
  });
}
