import type { Failure } from '../../servers/index.ts';
import { finalHop, type PlannedCase, refusesUrl } from '../plan/plan.ts';
import { witnessedByNetwork } from '../plan/witness.ts';
import { openInWords } from '../results/control-words.ts';
import type { Verdict } from '../results/verdict.ts';
import { reached, wentAround } from '../rig/control-outcome.ts';
import { type Evidence, gaveUp, sawFailure, sawSuccess, shapeOf } from '../rig/evidence.ts';

/** A verdict and the evidence it follows from, in one sentence. */
export interface Observed {
  verdict: Verdict;
  reason: string;
}

/** What the evidence alone says of a case: no policy, no expectation and no specification is looked at. */
export function observe(one: PlannedCase, evidence: Evidence): Observed {
  const missing = evidence.missing ?? evidence.open?.missing ?? evidence.unavailable;
  if (missing !== null) return { verdict: 'unsupported', reason: missing };
  const unusable = whyUnusable(one, evidence);
  if (unusable !== null) return { verdict: 'inconclusive', reason: unusable };
  return letThrough(one, evidence) ?? keptFrom(one, evidence);
}

/** Why nothing that was seen of a case can be taken for what its document did, or null. */
function whyUnusable(one: PlannedCase, evidence: Evidence): string | null {
  const { failed, refused, nameless, calledAt, unloaded, network, contradicted } = evidence;
  if (contradicted !== undefined) return contradicted;
  if (failed !== null) return `The document could not run: ${failed}`;
  if (refused !== null) return `What was said in the document's name cannot be trusted: ${refused}`;
  if (nameless !== null)
    return `An event or a report about "${nameless}" names no connection of the document, and may be about this one.`;
  if (calledAt === null)
    return unloaded ? 'The document was left before it opened the connection.' : neverHeard(evidence);
  // Where the control's went around a worker that works, the browser asks no service worker for such a request.
  const asked = !(evidence.open?.unhandled && evidence.open.handlesOthers);
  return asked && wentAround(one, evidence, network)
    ? 'The request went around the service worker that was to answer it, or the worker did not say that it was given it.'
    : null;
}

/** In words, with how far the document came: that tells where to look. */
const neverHeard = ({ unasked }: Evidence): string =>
  unasked.length === 0
    ? 'The document was never heard of, though the browser asked for all that it is made of.'
    : `The document was never heard of: the browser never asked for ${unasked.join(', nor for ')}.`;

/** The verdict on a case that was let through; null where it was not. */
function letThrough(one: PlannedCase, evidence: Evidence): Observed | null {
  const { network, steps } = evidence;
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
  if (byNetwork || !sawSuccess(steps)) return null;
  return said
    ? { verdict: 'leaked', reason: `${said}, yet script was given the response.` }
    : { verdict: 'allowed', reason: `Script saw: ${shapeOf(steps)}.` };
}

/** The verdict on a case that was not seen to be let through: blocked only where something says why. */
function keptFrom(one: PlannedCase, evidence: Evidence): Observed {
  const { settled, unloaded, steps, failures } = evidence;
  const byNetwork = witnessedByNetwork(one);
  const said = saysBlocked(evidence);
  const [failure] = failures;
  const inconclusive = (reason: string): Observed => ({ verdict: 'inconclusive', reason });
  // It may have left, and been lost on our side: no event, and no control that came through, can say otherwise.
  if (failure !== undefined) return inconclusive(`The rig itself failed: ${failure.reason}${at(failure)}.`);
  const why = byNetwork ? 'nothing arrived' : 'there was no response';
  const control = openInWords(evidence.open);
  const refused = refusesUrl(one.mechanism, one.target.url)
    ? 'The API refuses this URL, whatever the policy. '
    : '';
  if (said) return { verdict: 'blocked', reason: `${said}, and ${why}.` };
  // Leaving a document cancels what it is loading, and script may even be told of that as a failure.
  if (unloaded) return inconclusive(`The document was left before it told everything, and ${why}.`);
  if (gaveUp(steps)) return inconclusive('The browser gave up waiting for an answer.');
  if (!evidence.open?.worked) return inconclusive(`Its control failed too: ${control}.`);
  if (sawFailure(steps))
    return {
      verdict: 'blocked',
      reason: `${refused}Script saw: ${shapeOf(steps)}; ${why}, while the control ${control}.`,
    };
  if (!byNetwork) return inconclusive('Script is the witness, and was told nothing.');
  // Connections overtake each other (Chromium spaces out WebSockets): one that script still waits for may be on its way.
  if (!settled) return inconclusive(`Script still waits for an answer, and ${why}.`);
  return { verdict: 'blocked', reason: `The control, started later, ${control}; the case did not.` };
}

/**
 * Whether a block rests on a failure or on silence: no event and no report says that the browser enforced it. A browser
 * whose connections are cut by something else, such as a network that changes under it, looks the same.
 */
export const restsOnSilence = (one: PlannedCase, evidence: Evidence): boolean =>
  saysBlocked(evidence) === null && observe(one, evidence).verdict === 'blocked';

/** What says that the browser enforced a block, or null. */
function saysBlocked({ violations, reports }: Evidence): string | null {
  if (violations.some(({ fields }) => fields.disposition === 'enforce'))
    return 'A violation event says it was blocked';
  return reports.some((entry) => JSON.stringify(entry.report ?? '').includes('"disposition":"enforce"'))
    ? 'A report says it was blocked'
    : null;
}

const at = ({ authority }: Failure): string => (authority === null ? '' : `, at ${authority}`);

const atHop = (hop: number): string => (hop === 0 ? '' : ` after ${hop} redirect${hop === 1 ? '' : 's'}`);
