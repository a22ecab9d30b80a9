import type { PlannedCase } from '../../plan/plan.ts';
import type { FacetName } from '../../results/verdict.ts';
import type { Evidence } from '../../rig/evidence.ts';
import { shapeOf } from '../../rig/evidence.ts';
import type { Explanation } from '../../spec/explain.ts';
import type { Observed } from '../observe.ts';
import { compared, type Facet, notJudged } from './facet.ts';
import { compareReports } from './reports.ts';
import { compareViolations, violationsInWords } from './violations.ts';
import { wayDiffers } from './way.ts';

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
    // What a response opens may be blocked before any script listens, or after: whether its event is heard is chance.
    violation:
      comparable && one.mechanism.header === undefined
        ? compareViolations(one, evidence, spec)
        : notJudged('', violationsInWords(evidence.violations)),
    report: comparable && one.document.reports ? compareReports(one, evidence, spec) : notJudged('', ''),
  };
}

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

/**
 * What script is shown of a block by CSP, or by an allowlist, which is the same network error; CORS and servers decide what it is
 * shown of the rest. Of WebRTC the draft of allowlists does not say how it ends.
 */
function judgeOutcome(
  { mechanism, document }: PlannedCase,
  { steps, timing }: Evidence,
  spec: Explanation,
): Facet {
  const shape = shapeOf(steps);
  const byAllowlist = spec.by === 'connection-allowlist' && mechanism.request({}).webrtc === undefined;
  if (document.context.leaves || spec.verdict !== 'blocked' || !(spec.by === 'csp' || byAllowlist))
    return notJudged('', shape);
  const differences = mechanism.blocked.includes(shape) ? [] : [shape];
  // Where the server was asked before, its timings are of that request.
  const asked = mechanism.witness === 'script' || mechanism.response?.first !== undefined;
  if (!asked && timing !== null && timing.length > 0) differences.push(TIMING);
  return compared(mechanism.blocked.join(' | '), differences.join('; ') || shape, differences);
}
