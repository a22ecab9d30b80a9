import type { RecordedLine } from '../expectations/known-deviations.ts';
import type { PlannedCase } from '../plan/plan.ts';
import {
  type DeviationKind,
  type FacetName,
  gravest,
  kindOfDifference,
  type Status,
} from '../results/verdict.ts';
import type { Explanation } from '../spec/explain.ts';
import type { Facets } from './facets/facets.ts';
import type { Observed } from './observe.ts';

/** What a case is compared with. */
export interface Known {
  /** What is recorded of this case. */
  deviations: readonly RecordedLine[];
  /** The recorded deviation that explains a difference which is not recorded of this case; absent: none is asked. */
  explain?: (facet: FacetName, difference: string) => string | null;
  /** Whether a line of it that is not seen any more is a finding. */
  mustShow: boolean;
  /** The disputed points that are listed with an issue. */
  disputes: ReadonlySet<string>;
}

/** The recorded line that a difference of a case is, and the id of the recorded deviation that explains it; null where none does. */
export function recordedAs(
  { deviations, explain }: Pick<Known, 'deviations' | 'explain'>,
  facet: FacetName,
  difference: string,
): { line: RecordedLine | undefined; id: string | null } {
  const line = deviations.find((one) => one.facet === facet && one.observed === difference);
  return { line, id: line?.id ?? explain?.(facet, difference) ?? null };
}

/** How a case stands, which recorded deviations cover which of its facets, and what of each none covers. */
export interface Standing {
  status: Status;
  kind?: DeviationKind;
  covered: Partial<Record<FacetName, string[]>>;
  unexplained: Partial<Record<FacetName, string[]>>;
}

/**
 * Compares observed, expected, spec and the recorded deviations. Expected and spec must agree before a browser is judged,
 * unless the point is disputed or the scenario restates a document's claim, which may be wrong.
 */
export function standing(
  { expected }: PlannedCase,
  claim: boolean,
  observed: Observed,
  facets: Facets,
  spec: Explanation,
  known: Known,
): Standing {
  const { deviations, mustShow, disputes } = known;
  const covered: Standing['covered'] = {};
  const unexplained: Standing['unexplained'] = {};
  const found = { covered, unexplained };
  const due = mustShow ? deviations.filter(({ sometimes }) => !sometimes) : [];
  const disputed = spec.disputed.length > 0 && spec.disputed.every((id) => disputes.has(id));
  if (expected !== spec.verdict && !disputed && !claim)
    return { status: 'expected differs from spec', ...found };
  if (observed.verdict === 'inconclusive') return { status: 'inconclusive', ...found };
  if (observed.verdict === 'unsupported')
    return { status: due.length > 0 ? 'fixed deviation' : 'unsupported', ...found };
  if (disputed && observed.verdict === spec.otherReading) return { status: 'disputed', ...found };
  const deviating = (Object.keys(facets) as FacetName[]).filter((name) => facets[name].result === 'deviates');
  const seen = new Set<RecordedLine>();
  for (const name of deviating) {
    for (const difference of facets[name].differences) {
      const { line, id } = recordedAs(known, name, difference);
      if (id === null) {
        unexplained[name] = [...(unexplained[name] ?? []), difference];
        continue;
      }
      if (line !== undefined) seen.add(line);
      covered[name] = [...new Set([...(covered[name] ?? []), id])];
    }
  }
  const kind = kindOf(deviating, facets);
  if (Object.keys(unexplained).length > 0) return { status: 'new deviation', ...kind, ...found };
  // What is left of a case that deviated in more than one way deviates still, and keeps its kind.
  if (due.some((line) => !seen.has(line))) return { status: 'fixed deviation', ...kind, ...found };
  return deviating.length === 0
    ? { status: 'conforms', ...found }
    : { status: 'known deviation', ...kind, ...found };
}

/** The gravest of a case's deviations. */
function kindOf(deviating: readonly FacetName[], facets: Facets): { kind?: DeviationKind } {
  const kinds = deviating.flatMap((facet) =>
    facets[facet].differences.map((difference) => kindOfDifference(facet, difference)),
  );
  const kind = gravest(kinds);
  return kind === undefined ? {} : { kind };
}
