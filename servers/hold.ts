import type { Answer } from './answer.ts';
import type { Arrival } from './arrival.ts';
import type { SiteContext } from './site-context.ts';

/** How long a redirect is held back at most, in milliseconds: whoever sent the request is given an answer in the end. */
const HOLD_LIMIT = 10_000;

/**
 * Holds a redirect back until the URL that its case names has been asked for. Where nobody asks, that is a failure of the
 * rig, and the case has no verdict.
 */
export async function hold(
  arrival: Arrival,
  answer: Pick<Answer, 'kind'>,
  { declarations, ledger }: Pick<SiteContext, 'declarations' | 'ledger'>,
  timeoutMs = HOLD_LIMIT,
): Promise<void> {
  const after = declarations.behaviourOf(arrival.case)?.redirectsAfter;
  if (after === undefined || answer.kind !== 'redirect') return;
  const asked = await ledger.waitFor(({ url }) => url === after, { timeoutMs });
  // After a reset, the arrival is of a run that nobody looks at any more.
  if (asked === null && arrival.run === ledger.run)
    ledger.fail({ case: arrival.case, authority: null, reason: `a redirect waited in vain for ${after}` });
}
