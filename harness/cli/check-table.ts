import { deviatingFacets, urlChain } from '../results/case-text.ts';
import type { CaseRecord, Observation, Results } from '../results/schema.ts';
import { failingIn, type Status } from '../results/verdict.ts';
import { columns } from './columns.ts';

/** Why a row passes although it is not as expected and specified. */
const WHY_IT_PASSES: Partial<Record<Status, string>> = {
  'known deviation': 'it passes, for the browser is known to do so',
  disputed: 'it passes, for the specification is disputed here',
  unsupported: 'it passes, for the browser does not have the API',
};

/** Connection × browser with expected, specification and observed, and below it every row that is not as it should be. */
export function checkTable(results: Results): string {
  const { scenarios, cases, browsers, missing } = results;
  const names = browsers.map(({ name }) => name);
  const tables = scenarios.flatMap(({ id, title }) => {
    const rows = cases
      .filter(({ scenario }) => scenario === id)
      .map((one) => [
        connection(one),
        one.expected,
        one.spec.verdict,
        ...names.map((name) => one.observed[name]?.verdict ?? 'no result'),
      ]);
    return [`${id}: ${title}`, ...columns([['connection', 'expected', 'spec', ...names], ...rows]), ''];
  });
  const failing = [
    ...failingIn(results).map(({ one, browser, seen }) => note(one, browser, seen)),
    ...missing.map(({ scenario, browser, reason }) => `  ${browser}, ${scenario}: no result: ${reason}`),
  ];
  const excused = cases.flatMap((one) =>
    Object.entries(one.observed).flatMap(([browser, seen]) => {
      const why = WHY_IT_PASSES[seen.status];
      return why === undefined
        ? []
        : [`${note(one, browser, seen)}\n    ${why}${causes(results, browser, seen)}`];
    }),
  );
  return [...tables, ...conclusion(failing, excused)].join('\n');
}

function conclusion(failing: readonly string[], excused: readonly string[]): string[] {
  if (failing.length + excused.length === 0)
    return ['Everything is as expected and as the specification says.'];
  return [
    ...(failing.length > 0 ? [`These fail (${failing.length}):`, ...failing] : []),
    ...(excused.length > 0
      ? [
          `These pass, but are not what the specification says or could not be tried (${excused.length}):`,
          ...excused,
        ]
      : []),
    ...(failing.length === 0 ? ['Nothing fails.'] : []),
  ];
}

function note(one: CaseRecord, browser: string, seen: Observation): string {
  const disputed =
    seen.status === 'disputed' ? one.spec.disputed.map((id) => `\n    disputed point: ${id}`) : [];
  const facets = deviatingFacets(seen).map((line) => `\n    ${line}`);
  return `  ${browser}, ${connection(one)}: ${seen.status}. ${seen.reason}${[...facets, ...disputed].join('')}`;
}

/** The causes of the known deviations that explain it. */
function causes({ deviations }: Results, browser: string, { facets }: Observation): string {
  const ids = new Set(Object.values(facets).flatMap((facet) => facet.deviations ?? []));
  const known = deviations.filter((one) => one.browser === browser && ids.has(one.id));
  const found = new Set(
    known.map(({ cause, links }) => [cause, ...links.map(({ url }) => `(${url})`)].join(' ')),
  );
  return found.size === 0 ? '' : `: ${[...found].join('; ')}`;
}

const connection = (one: CaseRecord): string => `${one.mechanism} ${urlChain(one)}`;
