import type { CaseRecord, DeviationRecord, Observation, Results } from '../../judgement/results.ts';
import type { FacetName } from '../../judgement/verdict.ts';
import { kindOfDifference } from '../../judgement/verdict.ts';
import { deviating, type Mark, markOf } from './marks.ts';
import type { Report } from './report.ts';

/** One thing that was found in one browser: a cause with all the cases that show it. */
export interface Finding {
  readonly id: string;
  readonly mark: Mark;
  readonly browser: string;
  /** The finding in one sentence. */
  readonly sentence: string;
  readonly known: DeviationRecord | null;
  readonly spec: string | null;
  readonly observed: string | null;
  readonly cases: CaseRecord[];
}

/** The facets in which an observation deviates, with the recorded deviations that explain each. */
function deviatingFacets(observation: Observation): Array<{ name: FacetName; id: string | undefined }> {
  return (Object.keys(observation.facets) as FacetName[])
    .filter((name) => observation.facets[name]?.result === 'deviates')
    .flatMap((name) => (observation.facets[name]?.deviations ?? [undefined]).map((id) => ({ name, id })));
}

/**
 * Groups every deviation of the results by its cause: a recorded one by its id, a new one by scenario and facet.
 * Most cases first within each mark.
 */
export function findDeviations(report: Report): Finding[] {
  const known = new Map(report.results.deviations.map((one) => [`${one.browser}\n${one.id}`, one]));
  const findings = new Map<string, Finding>();
  for (const { scenario, cases } of report.scenarios) {
    for (const one of cases) {
      for (const [browser, observation] of Object.entries(one.observed)) {
        if (!deviating.has(markOf(observation))) continue;
        for (const { name, id } of deviatingFacets(observation)) {
          const record = id === undefined ? undefined : known.get(`${browser}\n${id}`);
          const key = record ? `${browser}:${record.id}` : `${browser}:new:${scenario.id}:${name}`;
          const found = findings.get(key);
          if (found) {
            if (found.cases[found.cases.length - 1] !== one) found.cases.push(one);
            continue;
          }
          findings.set(key, {
            id: key,
            browser,
            mark: record?.kind ?? kindOfDifference(name, observation.facets[name]?.observed ?? ''),
            sentence: record?.cause ?? scenario.title,
            known: record ?? null,
            spec: record?.spec ?? observation.facets[name]?.spec ?? null,
            observed: record?.observed ?? observation.facets[name]?.observed ?? null,
            cases: [one],
          });
        }
      }
    }
  }
  return [...findings.values()].sort((a, b) => b.cases.length - a.cases.length);
}

/** Groups the observations with `mark` by a key each, as disputes are by their id and unsupported ones by mechanism. */
export function findBy(
  results: Results,
  mark: Mark,
  keysOf: (one: CaseRecord, observation: Observation) => readonly string[],
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const one of results.cases) {
    for (const [browser, observation] of Object.entries(one.observed)) {
      if (markOf(observation) !== mark) continue;
      for (const sentence of keysOf(one, observation)) {
        const id = `${browser}:${mark}:${sentence}`;
        const found = findings.get(id);
        if (found) found.cases.push(one);
        else {
          findings.set(id, {
            id,
            mark,
            browser,
            sentence,
            known: null,
            spec: null,
            observed: null,
            cases: [one],
          });
        }
      }
    }
  }
  return [...findings.values()].sort((a, b) => b.cases.length - a.cases.length);
}
