import { type DisputeId, disputeIds, type Reading } from './disputed.ts';

/**
 * The disputed points a verdict hangs on: those in the smallest sets that, read the other way together, give the
 * other verdict. `differs` runs the question under a reading and says whether its verdict is the other one.
 */
export function disputesDecidedBy(reading: Reading, differs: (reading: Reading) => boolean): DisputeId[] {
  for (let size = 1; size <= disputeIds.length; size += 1) {
    const deciding = subsets(disputeIds, size).filter((subset) => differs(flip(reading, subset)));
    if (deciding.length > 0) return disputeIds.filter((id) => deciding.some((subset) => subset.includes(id)));
  }
  return [];
}

/** A reading with these points read the other way. */
export function flip(reading: Reading, ids: readonly DisputeId[]): Reading {
  return { ...reading, ...Object.fromEntries(ids.map((id) => [id, !reading[id]])) };
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
