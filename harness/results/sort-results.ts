import type { BrowserRecord, Results } from './schema.ts';

/**
 * The same results in the one order in which they are written, whatever order the browsers finished in.
 * Documents stay in the order of their scenario, and evidence in the order of time: those orders mean something.
 */
export function sortResults(results: Results): Results {
  return {
    ...results,
    missing: sorted(results.missing, (gap) => `${gap.scenario} ${gap.browser}`),
    ...(results.incidents && {
      incidents: sorted(results.incidents, (one) => `${one.scenario} ${one.browser}`),
    }),
    ...(results.timelines && {
      timelines: sorted(results.timelines, ({ product }) => product).map((one) => ({
        ...one,
        browsers: sorted(one.browsers, (name) => name),
        deviations: sorted(one.deviations, ({ id }) => id),
        seen: byKey(one.seen),
      })),
    }),
    browsers: [...results.browsers].sort(byEngineAndVersion),
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

/** The versions of an engine stand side by side, the oldest first. */
const byEngineAndVersion = (a: BrowserRecord, b: BrowserRecord): number =>
  byText(a.engine, b.engine) ||
  a.version.localeCompare(b.version, 'en', { numeric: true }) ||
  byText(a.name, b.name);

const byKey = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(sorted(Object.entries(table), ([key]) => key));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By code unit, so that the order is the same in every locale. */
function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ item }) => item);
}
