import type { CaseRecord, DocumentRecord, Results } from '../results/schema.ts';
import { facetName } from '../results/verdict.ts';

/** One line a case and browser. */
const COLUMNS = [
  'case',
  'scenario',
  'rule',
  'title',
  'context',
  'mechanism',
  'url',
  'redirects',
  'options',
  'policy',
  'report-only policy',
  'creator policy',
  'creator report-only policy',
  'connection allowlist',
  'report-only connection allowlist',
  'creator connection allowlist',
  'creator report-only connection allowlist',
  'expected',
  'spec',
  'browser',
  'version',
  'verdict',
  'status',
  'kind',
  ...facetName.options,
  'script saw',
  'reason',
];

/**
 * The results as CSV: RFC 4180, with a header line and CRLF line ends.
 * A cell that a spreadsheet would take for a formula has an apostrophe in front.
 */
export function toCsv(results: Results): string {
  const versions = new Map(results.browsers.map((browser) => [browser.name, browser.version]));
  const scenarios = new Map(results.scenarios.map((scenario) => [scenario.id, scenario]));
  const lines = results.cases.flatMap((record) => {
    const scenario = scenarios.get(record.scenario);
    const document = scenario?.documents.find(({ id }) => id === record.document);
    return Object.entries(record.observed).map(([browser, seen]) =>
      line([
        ...[record.id, record.scenario, scenario?.rule, scenario?.title, document?.context],
        ...[record.mechanism, ...connection(record)],
        ...[...policies(document), ...policies(document?.creator)],
        ...[...allowlists(document), ...allowlists(document?.creator)],
        ...[record.expected, record.spec.verdict],
        ...[browser, versions.get(browser), ...observed(seen)],
      ]),
    );
  });
  return [line(COLUMNS), ...lines].join('');
}

function connection({ url, redirects, options }: CaseRecord): string[] {
  return [
    url,
    redirects.map(({ status, to }) => `${status} ${to}`).join(' → '),
    Object.keys(options).length > 0 ? JSON.stringify(options) : '',
  ];
}

/** What is enforced, and what is only reported, each as one list of serialized policies (CSP#parse-serialized-policy-list). */
function policies(delivered: DocumentRecord['creator']): string[] {
  const { policy = [], meta = [], reportOnly = [] } = delivered ?? {};
  return [[...policy, ...meta].join(', '), reportOnly.join(', ')];
}

/** Header lines of one name are one list, of which the first item counts (CA#headers). */
function allowlists(delivered: DocumentRecord['creator']): string[] {
  const { allowlist = [], allowlistReportOnly = [] } = delivered ?? {};
  return [allowlist.join(', '), allowlistReportOnly.join(', ')];
}

function observed(seen: CaseRecord['observed'][string]): Array<string | undefined> {
  const facets = facetName.options.map((facet) => seen.facets[facet].result);
  return [seen.verdict, seen.status, seen.kind, ...facets, seen.evidence.outcome.shape, seen.reason];
}

function line(cells: ReadonlyArray<string | undefined>): string {
  return `${cells.map((cell) => quoted(cell ?? '')).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
