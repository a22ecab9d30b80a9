import { groupBy } from './group-by.ts';
import type { Results, TimelineRecord } from './schema.ts';

/** The timelines of all parts, one a product: each part has what is about its own cases. */
export function mergeTimelines(parts: readonly Results[]): TimelineRecord[] {
  const byProduct = groupBy(
    parts.flatMap(({ timelines = [] }) => timelines),
    ({ product }) => product,
  );
  return [...byProduct.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const deviations = new Map(same.flatMap((one) => one.deviations.map((each) => [each.id, each] as const)));
    return {
      ...first,
      browsers: [...new Set(same.flatMap(({ browsers }) => browsers))],
      deviations: [...deviations.values()],
      mechanisms: Object.assign({}, ...same.map(({ mechanisms }) => mechanisms)),
      seen: Object.assign({}, ...same.map(({ seen }) => seen)),
    };
  });
}
