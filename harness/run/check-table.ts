import type { CaseRecord, Results } from '../judgement/results.ts';
import { passing } from '../judgement/verdict.ts';

/** Connection × browser with expected, specification and observed, and below it what is not as it should be. */
export function checkTable({ scenarios, cases, browsers, missing }: Results): string {
  const names = browsers.map(({ name }) => name);
  const lines = scenarios.flatMap(({ id, title }) => {
    const own = cases.filter(({ scenario }) => scenario === id);
    const rows = own.map((one) => [
      connection(one),
      one.expected,
      one.spec.verdict,
      ...names.map((name) => one.observed[name]?.verdict ?? 'no result'),
    ]);
    return [`${id}: ${title}`, ...columns([['connection', 'expected', 'spec', ...names], ...rows]), ''];
  });
  const differing = cases.flatMap((one) =>
    Object.entries(one.observed)
      .filter(([, { status }]) => !passing.has(status))
      .map(([browser, seen]) => {
        const facets = Object.entries(seen.facets)
          .filter(([, { result }]) => result === 'deviates')
          .map(([facet, { spec, observed }]) => `\n    ${facet}: specification: ${spec}; seen: ${observed}`);
        return `  ${browser}, ${connection(one)}: ${seen.status}. ${seen.reason}${facets.join('')}`;
      }),
  );
  const gaps = missing.map(
    ({ scenario, browser, reason }) => `  ${browser}, ${scenario}: no result: ${reason}`,
  );
  const notes = [...differing, ...gaps];
  return [
    ...lines,
    ...(notes.length === 0
      ? ['Everything is as expected and as the specification says.']
      : ['Not so:', ...notes]),
  ].join('\n');
}

const connection = ({ mechanism, url, redirects }: CaseRecord): string =>
  `${mechanism} ${[url, ...redirects.map(({ to }) => to)].join(' → ')}`;

/** Rows with their cells in line. */
function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
}
