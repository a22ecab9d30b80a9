import { deviatingFacets } from '../results/case-text.ts';
import { groupBy } from '../results/group-by.ts';
import type { CaseRecord, Results } from '../results/schema.ts';
import { type DeviationKind, deviationKind, failingIn, status } from '../results/verdict.ts';

/** More failing cases than this are counted, not listed: a job page is read at a glance. */
const LISTED = 25;

/**
 * A summary in GitHub-flavoured Markdown for the page of a CI job: the browsers, what was found in each,
 * what fails the run, and what is missing. No score, no ranking.
 */
export function toMarkdown(results: Results): string {
  return `${[
    '# connect-src conformance',
    '',
    `Scenarios: ${results.scenarios.length}, cases: ${results.cases.length}, run on ${results.startedAt.slice(0, 16).replace('T', ' ')} UTC`,
    '',
    ...browserTable(results),
    '',
    ...statusTable(results),
    '',
    ...failures(results),
    ...missing(results),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function browserTable({ browsers }: Results): string[] {
  const rows = browsers.map((each) => [each.name, each.version, each.os, each.drivenBy]);
  return table(['Browser', 'Version', 'System', 'Driven by'], rows);
}

/** Deviations first, by what they mean; then every status that occurs. */
function statusTable(results: Results): string[] {
  const names = results.browsers.map((browser) => browser.name);
  const kinds = deviationKind.options.map((kind) => [
    `${kind} deviations`,
    ...names.map((name) => count(results, name, (seen) => deviationOf(seen) === kind)),
  ]);
  const statuses = status.options
    .map((each) => [each, ...names.map((name) => count(results, name, (seen) => seen.status === each))])
    .filter((row) => row.slice(1).some((cell) => cell !== '0'));
  return table(['Cases', ...names], [...kinds, ...statuses]);
}

type Seen = CaseRecord['observed'][string];

function deviationOf(seen: Seen): DeviationKind | undefined {
  return Object.values(seen.facets).some((facet) => facet.result === 'deviates') ? seen.kind : undefined;
}

function count(results: Results, browser: string, which: (seen: Seen) => boolean): string {
  return String(
    results.cases.filter(({ observed }) => observed[browser] !== undefined && which(observed[browser]))
      .length,
  );
}

function failures(results: Results): string[] {
  const rows = failingIn(results).map(({ one, browser, seen }) => [
    browser,
    one.id,
    connection(one),
    seen.status,
    why(seen),
  ]);
  if (rows.length === 0) return ['Nothing fails this run.', ''];
  const shown = table(['Browser', 'Case', 'Connection', 'Status', 'Why'], rows.slice(0, LISTED));
  const rest = rows.length > LISTED ? ['', `… and ${rows.length - LISTED} more.`] : [];
  return [`## What fails this run (${rows.length})`, '', ...shown, ...rest, ''];
}

function connection({ mechanism, url }: CaseRecord): string {
  return `${mechanism} to ${url}`;
}

/** The facets that depart from the specification; where none does, what the verdict follows from. */
function why(seen: Seen): string {
  const facets = deviatingFacets(seen);
  return facets.length === 0 ? `${seen.verdict}: ${seen.reason}` : facets.join('. ');
}

function missing(results: Results): string[] {
  if (results.missing.length === 0) return [];
  const reasons = groupBy(results.missing, (gap) => `${gap.browser}: ${gap.reason}`);
  const items = [...reasons].map(([reason, gaps]) => `- ${text(reason)} (scenarios: ${gaps.length})`);
  return ['## Missing', '', ...items];
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => '---'), ...rows.map((row) => row.map(text))].map(
    (row) => `| ${row.join(' | ')} |`,
  );
}

/** Policies, URLs and messages are text, whatever markup they hold: nothing in them is taken for Markdown or HTML. */
function text(value: string): string {
  return value
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&@$!]/g, (character) => `&#${character.charCodeAt(0)};`);
}
