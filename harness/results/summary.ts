import type { Results } from './schema.ts';
import { status as statuses } from './verdict.ts';

/** A run in a few lines for the terminal: for each browser, how many cases stand how. */
export function summary({ browsers, cases, missing }: Results): string {
  const lines = browsers.map(({ name, version, comparedWith }) => {
    const seen = cases.flatMap(({ observed }) => observed[name]?.status ?? []);
    const counts = statuses.options
      .map((status) => [status, seen.filter((one) => one === status).length] as const)
      .filter(([, count]) => count > 0)
      .map(([status, count]) =>
        status === 'known deviation' && comparedWith !== undefined
          ? `${count} as in ${comparedWith}`
          : `${count} ${status}`,
      );
    return `${name} ${version}: ${seen.length} cases: ${counts.join(', ')}`;
  });
  const gaps = missing.map(
    ({ scenario, browser, reason }) => `no result: ${scenario} in ${browser}: ${reason}`,
  );
  return [...lines, ...gaps].join('\n');
}
