import type { Results } from '../judgement/results.ts';

/**
 * The same results in the one order in which they are written, whatever order the browsers finished in.
 * Documents stay in the order of their scenario, and evidence in the order of time: those orders mean something.
 */
export function sortResults(results: Results): Results {
  return {
    ...results,
    missing: sorted(results.missing, (gap) => `${gap.scenario} ${gap.browser}`),
    browsers: sorted(results.browsers, (browser) => browser.name),
    deviations: sorted(results.deviations, (deviation) => `${deviation.browser} ${deviation.id}`),
    disputes: sorted(results.disputes, (dispute) => dispute.id),
    steps: byKey(results.steps),
    derivations: byKey(results.derivations),
    scenarios: sorted(results.scenarios, (scenario) => scenario.id),
    cases: sorted(results.cases, (record) => record.id).map((record) => ({
      ...record,
      observed: byKey(record.observed),
    })),
  };
}

const byKey = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(sorted(Object.entries(table), ([key]) => key));

/** By code unit, so that the order is the same in every locale. */
function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
