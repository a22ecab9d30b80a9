import type { Evidence } from '../evidence/evidence.ts';
import { shapeOf } from '../evidence/evidence.ts';
import type { PlannedCase } from '../plan/plan.ts';
import type { Explanation } from '../spec/explain.ts';
import type { Observed } from './observe.ts';
import { compareReports } from './reports.ts';
import type { FacetName } from './verdict.ts';
import { compareViolations, violationsInWords } from './violations.ts';
import { wayDiffers } from './way.ts';

/** One side of conformance: what the specification says and what was seen, each in a line that other cases can share. */
export interface Facet {
  result: 'conforms' | 'deviates' | 'not judged';
  spec: string;
  observed: string;
  /** What deviates, one entry for each thing that can have a cause of its own; empty where nothing does. */
  differences: string[];
}

export type Facets = Record<FacetName, Facet>;

/** Judges each side of a case on its own. The sides that hang on enforcement are judged only where enforcement conforms. */
export function judgeFacets(
  one: PlannedCase,
  evidence: Evidence,
  observed: Observed,
  spec: Explanation,
): Facets {
  const enforcement = judgeEnforcement(one, evidence, observed, spec);
  const comparable = enforcement.result === 'conforms';
  return {
    enforcement,
    outcome: comparable ? judgeOutcome(one, evidence, spec) : notJudged('', shapeOf(evidence.steps)),
    violation: comparable
      ? compareViolations(one, evidence, spec)
      : notJudged('', violationsInWords(evidence.violations)),
    report: comparable && one.document.reports ? compareReports(one, evidence, spec) : notJudged('', ''),
  };
}

/** A facet that was judged: it conforms where there is no difference. */
export const compared = (spec: string, observed: string, differences: string[]): Facet => ({
  result: differences.length === 0 ? 'conforms' : 'deviates',
  spec,
  observed,
  differences,
});

const notJudged = (spec: string, observed: string): Facet => ({
  result: 'not judged',
  spec,
  observed,
  differences: [],
});

function judgeEnforcement(
  one: PlannedCase,
  evidence: Evidence,
  { verdict }: Observed,
  spec: Explanation,
): Facet {
  if (verdict === 'unsupported' || verdict === 'inconclusive') return notJudged(spec.verdict, verdict);
  const difference = verdict === spec.verdict ? wayDiffers(one, evidence, spec) : verdict;
  return compared(spec.verdict, difference ?? verdict, difference === null ? [] : [difference]);
}

/** The difference beside the outcome's shape. */
const TIMING = 'Resource Timing tells of a response';

/** What script is shown of a block by CSP; CORS and servers decide what it is shown of the rest. */
function judgeOutcome({ mechanism }: PlannedCase, { steps, timing }: Evidence, spec: Explanation): Facet {
  const shape = shapeOf(steps);
  if (spec.verdict !== 'blocked' || spec.by !== 'csp') return notJudged('', shape);
  const differences = mechanism.blocked.includes(shape) ? [] : [shape];
  if (timing !== null && timing.length > 0) differences.push(TIMING);
  return compared(mechanism.blocked.join(' | '), differences.join('; ') || shape, differences);
}
