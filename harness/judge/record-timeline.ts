import type { TimelineFile } from '../expectations/timeline-file.ts';
import type { TimelineRecord } from '../results/schema.ts';

/**
 * What a timeline tells of some cases, as the results of a browser show it.
 *
 * @param cases their ids
 * @returns null where it tells nothing of them
 */
export function recordTimeline(
  { product, range, versions, complete, deviations, mechanisms, seen }: TimelineFile,
  cases: readonly string[],
  browser: string,
): TimelineRecord | null {
  const told = cases.flatMap((id) => (seen[id] ? [[id, seen[id]] as const] : []));
  if (told.length === 0) return null;
  return {
    ...{ product, browsers: [browser], range, complete },
    versions: versions.map(({ name, version, date }) => ({ name, version, date })),
    deviations: deviations
      .filter((one) => cases.includes(one.case))
      .map(({ id, case: witness, line }) => ({ id, case: witness, line })),
    mechanisms: Object.fromEntries(Object.entries(mechanisms).filter(([, id]) => cases.includes(id))),
    seen: Object.fromEntries(told),
  };
}
