import type { CaseRecord, Results } from '../judgement/results.ts';
import { passing } from '../judgement/verdict.ts';
import { rerunCommand } from '../report/rerun-command.ts';

/** What is wrong in these results: for each case what was expected, what was seen, and the command that runs it alone. Null when all is as recorded. */
export function failureText(results: Results): string | null {
  const failing = results.cases.flatMap((record) =>
    Object.entries(record.observed)
      .filter(([, { status }]) => !passing.has(status))
      .map(([browser]) => caseText(record, browser, results.corpus)),
  );
  if (failing.length === 0) return null;
  const shown = failing.slice(0, 12);
  const rest = failing.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more; the report has them all.`] : [])].join('\n\n');
}

function caseText(record: CaseRecord, browser: string, corpus: Results['corpus']): string {
  const seen = record.observed[browser];
  if (seen === undefined) return '';
  const facets = Object.entries(seen.facets)
    .filter(([, { result }]) => result === 'deviates')
    .map(([name, { spec, observed }]) => `  ${name}: the specification says ${spec}; seen: ${observed}`);
  return [
    `${seen.status}: ${record.id}`,
    `  ${record.mechanism} to ${[record.url, ...record.redirects.map(({ to }) => to)].join(' → ')}`,
    `  expected ${record.expected}, specification ${record.spec.verdict}, observed ${seen.verdict}. ${seen.reason}`,
    ...facets,
    `  alone: ${rerunCommand(record.scenario, browser, corpus)}`,
  ].join('\n');
}
