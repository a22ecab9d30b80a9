import type { CaseRecord, DeviationRecord, Observation, Results } from '../results/schema.ts';
import { unexplainedIn } from '../results/unexplained.ts';
import { type DeviationKind, type FacetName, facetName, kindOfDifference } from '../results/verdict.ts';
import { type Mark, markOf, showsDeviation } from './marks.ts';
import type { Report } from './report.ts';

/** One thing that was found in one browser: a cause with all the cases that show it. */
export interface Finding {
  readonly id: string;
  readonly mark: Mark;
  readonly browser: string;
  /** The finding in one sentence. */
  readonly sentence: string;
  readonly known: DeviationRecord | null;
  /** What the specification says of its cases. */
  readonly spec: Set<string>;
  /** Every line that was seen of it. */
  readonly observed: Set<string>;
  readonly cases: CaseRecord[];
}

/** One deviation of one case: the facet, the recorded deviation that explains it (undefined: a new one), what was seen. */
interface Sighting {
  readonly facet: FacetName;
  readonly id: string | undefined;
  readonly observed: string;
}

/** What an observation shows: in one facet, one part can be recorded and another new. */
function* sightings({ facets }: Observation): Iterable<Sighting> {
  for (const facet of facetName.options) {
    const { result, deviations = [], observed } = facets[facet];
    if (result !== 'deviates') continue;
    for (const id of deviations) yield { facet, id, observed };
    const fresh = unexplainedIn(facets[facet]);
    if (fresh.length > 0) yield { facet, id: undefined, observed: fresh.join('; ') };
  }
}

/**
 * Groups every deviation of the results by its cause: a recorded one by its id, a new one by scenario and facet. A cause
 * that shows as deviations of several kinds is one finding each: a nuisance in most cases must not hide a hole in one.
 * Most cases first within each mark.
 */
export function findDeviations(report: Report): Finding[] {
  const known = new Map(report.results.deviations.map((one) => [`${one.browser}\n${one.id}`, one]));
  const findings = new Map<string, Finding>();
  for (const { scenario, cases } of report.scenarios) {
    for (const one of cases) {
      for (const [browser, observation] of Object.entries(one.observed)) {
        if (!showsDeviation(observation)) continue;
        for (const { facet, id, observed } of sightings(observation)) {
          const record = id === undefined ? undefined : known.get(`${browser}\n${id}`);
          const mark = kindOfDifference(facet, observed);
          const key = `${browser}:${record?.id ?? `new:${scenario.id}:${facet}`}:${mark}`;
          const finding = findings.get(key) ?? {
            id: key,
            browser,
            mark,
            sentence: record?.cause ?? scenario.title,
            known: record ?? null,
            spec: new Set(),
            observed: new Set(),
            cases: [],
          };
          findings.set(key, finding);
          finding.spec.add(observation.facets[facet].spec);
          for (const line of record ? linesOf(record, mark) : [observed]) finding.observed.add(line);
          if (finding.cases.at(-1) !== one) finding.cases.push(one);
        }
      }
    }
  }
  return [...findings.values()].sort((a, b) => b.cases.length - a.cases.length);
}

/** The lines of a recorded deviation that are of this kind: as `blocked` is a nuisance, and `allowed` a hole. */
const linesOf = ({ facet, observed }: DeviationRecord, kind: DeviationKind): string[] =>
  observed.split(' | ').filter((line) => kindOfDifference(facet, line) === kind);

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
            spec: new Set(),
            observed: new Set(),
            cases: [one],
          });
        }
      }
    }
  }
  return [...findings.values()].sort((a, b) => b.cases.length - a.cases.length);
}
