import type { CaseRecord, Observation, Results } from '../results/schema.ts';
import { type FacetName, gravest, kindOfDifference } from '../results/verdict.ts';
import { causeOf, type DeviationCause } from './causes.ts';
import type { DeviationsFile, RecordedDeviation } from './known-deviations.ts';

/**
 * The known deviations of one browser as a run measured them, grouped by cause: what a cause explains goes under its id;
 * the rest is grouped by what was seen, and waits for an explanation.
 *
 * @param before what was recorded until now: of it stays what shows itself sometimes only
 */
export function deviationsOf(
  results: Results,
  browser: string,
  causes: readonly DeviationCause[],
  before: readonly RecordedDeviation[] = [],
): DeviationsFile {
  const contexts = new Map(
    results.scenarios.flatMap(({ documents }) => documents.map(({ id, context }) => [id, context] as const)),
  );
  const entries = new Map<string, RecordedDeviation>();
  for (const one of results.cases) {
    const seen = one.observed[browser];
    if (seen === undefined || seen.status === 'disputed') continue;
    for (const { facet, spec, observed } of differencesOf(seen)) {
      const cause = causeOf(causes, {
        browser,
        facet,
        scenario: one.scenario,
        mechanism: one.mechanism,
        context: contexts.get(one.document) ?? '',
        observed,
      });
      const id = cause?.id ?? unexplainedId(facet, one, observed);
      const kind = kindOfDifference(facet, observed);
      const entry = entries.get(id) ?? {
        ...{ id, facet, kind, spec },
        ...(cause === undefined && { unexplained: true as const }),
        observed: {},
      };
      entries.set(id, entry);
      widen(entry, { kind, spec });
      addCase(entry, observed, one.scenario, one.id.slice(one.scenario.length + 1));
    }
  }
  const ids = new Set(results.cases.map(({ id }) => id));
  const sometimes = new Set(causes.filter((cause) => cause.sometimes).map(({ id }) => id));
  for (const earlier of before.filter(({ id }) => sometimes.has(id))) {
    const entry = entries.get(earlier.id) ?? { ...earlier, observed: {} };
    // Seen of some cases only, it may look more harmless than it is.
    widen(entry, earlier);
    for (const [line, scenarios] of Object.entries(earlier.observed))
      for (const [scenario, rests] of Object.entries(scenarios))
        for (const rest of rests.filter((one) => ids.has(`${scenario}/${one}`)))
          addCase(entry, line, scenario, rest);
    if (Object.keys(entry.observed).length > 0) entries.set(earlier.id, entry);
  }
  const version = results.browsers.find(({ name }) => name === browser);
  return {
    browser,
    measuredWith: version ? `${version.engine} ${version.version}, ${version.drivenBy}` : '',
    deviations: [...entries.values()].map(sorted).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Has a deviation be as grave as either, and against what both stand. */
function widen(entry: RecordedDeviation, { kind, spec }: Pick<RecordedDeviation, 'kind' | 'spec'>): void {
  entry.kind = gravest([entry.kind, kind]) ?? kind;
  const specs = [entry.spec, spec].flatMap((text) => text.split(' | '));
  entry.spec = [...new Set(specs)].join(' | ');
}

/** Adds a case to those that show a line. */
function addCase(entry: RecordedDeviation, line: string, scenario: string, rest: string): void {
  const cases = entry.observed[line] ?? {};
  entry.observed[line] = cases;
  cases[scenario] = [...new Set([...(cases[scenario] ?? []), rest])];
}

/** The differences of an observation, one by one. */
function differencesOf({ facets }: Observation): Array<{ facet: FacetName; spec: string; observed: string }> {
  return (Object.keys(facets) as FacetName[]).flatMap((facet) => {
    const { result, spec, observed, differences = [observed] } = facets[facet];
    return result === 'deviates' ? differences.map((each) => ({ facet, spec, observed: each })) : [];
  });
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Enforcement hangs on the rule, the outcome on the mechanism, events and reports on neither. */
function unexplainedId(facet: FacetName, one: CaseRecord, observed: string): string {
  const subject = {
    enforcement: `${one.scenario}-`,
    outcome: `${one.mechanism}-`,
    violation: '',
    report: '',
  }[facet];
  return slug(`${facet}-${subject}${observed}`);
}

const sorted = (entry: RecordedDeviation): RecordedDeviation => ({
  ...entry,
  observed: byKey(entry.observed, (cases) => byKey(cases, (ids) => ids.sort())),
});

const byKey = <T>(record: Record<string, T>, inside: (value: T) => T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record)
      .map(([key, value]) => [key, inside(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
