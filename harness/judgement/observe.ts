import { reached } from '../evidence/control-outcome.ts';
import { type Evidence, gaveUp, sawFailure, sawSuccess, shapeOf } from '../evidence/evidence.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import { witnessedByNetwork } from '../plan/witness.ts';
import type { Verdict } from './verdict.ts';

/** A verdict and the evidence it follows from, in one sentence. */
export interface Observed {
  verdict: Verdict;
  reason: string;
}

/** What the evidence alone says of a case: no policy, no expectation and no specification is looked at. */
export function observe(one: PlannedCase, evidence: Evidence): Observed {
  const { open, failed, unavailable, calledAt, settled, network, steps } = evidence;
  if (open.missing !== null) return { verdict: 'unsupported', reason: open.missing };
  if (unavailable !== null) return { verdict: 'unsupported', reason: unavailable };
  if (failed !== null) return { verdict: 'inconclusive', reason: `The document could not run: ${failed}` };
  if (calledAt === null) return { verdict: 'inconclusive', reason: 'The document was never heard of.' };
  const said = saysBlocked(evidence);
  const hop = finalHop(one);
  const byNetwork = witnessedByNetwork(one);
  if (byNetwork && reached(network, hop)) {
    // Of a redirect that is not followed, a violation can only speak of the target, which was not asked for either.
    if (said && hop === one.target.redirects.length)
      return { verdict: 'leaked', reason: `${said}, yet the request arrived${atHop(hop)}.` };
    return { verdict: 'allowed', reason: `It arrived${atHop(hop)}.` };
  }
  // Where the network is the witness, an event that tells of success without an arrival is script being misled.
  if (!byNetwork && sawSuccess(steps))
    return said
      ? { verdict: 'leaked', reason: `${said}, yet script was given the response.` }
      : { verdict: 'allowed', reason: `Script saw: ${shapeOf(steps)}.` };
  const why = byNetwork ? 'nothing arrived' : 'there was no response';
  if (said) return { verdict: 'blocked', reason: `${said}, and ${why}.` };
  if (gaveUp(steps)) return { verdict: 'inconclusive', reason: 'The browser gave up waiting for an answer.' };
  if (!open.worked) return { verdict: 'inconclusive', reason: `Its control failed too: ${open.summary}.` };
  if (sawFailure(steps))
    return {
      verdict: 'blocked',
      reason: `Script saw: ${shapeOf(steps)}; ${why}, while the control ${open.summary}.`,
    };
  if (!byNetwork) return { verdict: 'inconclusive', reason: 'Script is the witness, and was told nothing.' };
  // Connections overtake each other (Chromium spaces out WebSockets): one that script still waits for may be on its way.
  if (!settled) return { verdict: 'inconclusive', reason: `Script still waits for an answer, and ${why}.` };
  return { verdict: 'blocked', reason: `The control, started later, ${open.summary}; the case did not.` };
}

/** What says that the browser enforced a block, or null. */
function saysBlocked({ violations, reports }: Evidence): string | null {
  if (violations.some(({ fields }) => fields.disposition === 'enforce'))
    return 'A violation event says it was blocked';
  return reports.some((entry) => JSON.stringify(entry.report ?? '').includes('"disposition":"enforce"'))
    ? 'A report says it was blocked'
    : null;
}

const atHop = (hop: number): string => (hop === 0 ? '' : ` after ${hop} redirect${hop === 1 ? '' : 's'}`);
