import type { Observation } from '../results/schema.ts';
import { facetName, passing } from '../results/verdict.ts';
import type { CaseState, Transition } from './changes.ts';

/** How a case stands in a browser; null where it was not run there. */
export function stateOf(seen: Observation | undefined): CaseState | null {
  if (seen === undefined) return null;
  return {
    verdict: seen.verdict,
    status: seen.status,
    deviates: facetName.options.filter((facet) => seen.facets[facet].result === 'deviates'),
    outcome: seen.evidence.outcome.shape,
  };
}

type Change = Pick<Transition, 'kind' | 'direction' | 'from' | 'to'>;

/**
 * What a case's state turned into; null where it stayed as it was.
 * A facet that newly deviates outweighs one that no longer does, and both outweigh what script saw.
 */
export function compareStates(from: CaseState | null, to: CaseState | null): Change | null {
  if (from === null || to === null) return compareWithNothing(from, to);
  const kind = kindOfChange(from, to);
  if (kind === null) return null;
  return { kind, direction: directionOf(kind, from, to), from, to };
}

function kindOfChange(from: CaseState, to: CaseState): Change['kind'] | null {
  if (from.status !== 'new deviation' && to.status === 'new deviation') return 'new deviation';
  if (isJudged(from) && isJudged(to)) {
    if (to.deviates.some((facet) => !from.deviates.includes(facet))) return 'new deviation';
    if (from.deviates.some((facet) => !to.deviates.includes(facet))) return 'fixed deviation';
  }
  if (from.verdict !== to.verdict) return 'changed verdict';
  if (from.status !== to.status) return 'changed status';
  return from.outcome === to.outcome ? null : 'changed outcome';
}

/** A browser that could not be judged has neither gained a deviation nor fixed one. */
function isJudged(state: CaseState): boolean {
  return state.verdict !== 'inconclusive' && state.verdict !== 'unsupported' && state.status !== 'unstable';
}

function directionOf(kind: Change['kind'], from: CaseState, to: CaseState): Change['direction'] {
  if (kind === 'new deviation') return 'worse';
  if (kind === 'fixed deviation') return 'better';
  const before = isFine(from);
  const after = isFine(to);
  if (before === after) return 'different';
  return after ? 'better' : 'worse';
}

/** `fixed deviation` fails a run until its record is removed, though the browser does what it should. */
function isFine({ status }: CaseState): boolean {
  return passing.has(status) || status === 'fixed deviation';
}

function compareWithNothing(from: CaseState | null, to: CaseState | null): Change | null {
  if (from !== null) return { kind: 'lost result', direction: 'worse', from, to };
  if (to !== null) return { kind: 'regained result', direction: isFine(to) ? 'better' : 'worse', from, to };
  return null;
}
