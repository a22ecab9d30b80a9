import type { DeviationRecord } from './schema.ts';

/** From which version to which something was measured to be so; see the schema of results. */
export type VersionSpan = NonNullable<DeviationRecord['seen']>;

/** A version that was measured, and could tell. */
export interface Told {
  /** What it is called in the span. */
  version: string;
  /** Whether it is so there. */
  shows: boolean;
  /** Whether it lacks the mechanism or the context. */
  lacks: boolean;
}

/**
 * From the first version in which something is so to the last.
 *
 * @param told the oldest first
 * @returns null where it is so in none
 */
export function spanOf(told: readonly Told[]): Required<VersionSpan> | null {
  const first = told.findIndex(({ shows }) => shows);
  const last = told.findLastIndex(({ shows }) => shows);
  const [oldest, begin, end] = [told[0], told[first], told[last]];
  if (oldest === undefined || begin === undefined || end === undefined) return null;
  const before = told[first - 1];
  return {
    oldest: oldest.version,
    since: before ? begin.version : null,
    notIn: before && !before.lacks ? before.version : null,
    lackedIn: before?.lacks ? before.version : null,
    until: told[last + 1]?.version ?? null,
    last: end.version,
  };
}
