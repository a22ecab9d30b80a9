import type { LedgerEntry } from '../../servers/index.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import { witnessedByNetwork } from '../plan/witness.ts';
import type { Share } from './attribute.ts';
import { type ControlEvidence, sawFailure, sawSuccess, shapeOf } from './evidence.ts';

/** Whether a ledger entry shows that the connection itself left the browser. */
export const arrival = ({ kind }: LedgerEntry): boolean => kind !== 'report' && kind !== 'connect';

/** Whether the connection reached the server it was aimed at, at this hop of its redirects. */
export const reached = (network: readonly LedgerEntry[], hop: number): boolean =>
  network.some((entry) => arrival(entry) && entry.hop >= hop);

/** The open control worked when it reached its server, or, where script is the witness, script was given its response. */
export function judgeOpen(
  one: PlannedCase,
  id: string,
  share: Share,
  network: readonly LedgerEntry[],
  hop: number,
): ControlEvidence {
  const arrived = reached(network, hop);
  const worked = arrived || (!witnessedByNetwork(one) && sawSuccess(share.steps));
  const summary = arrived
    ? 'reached its server'
    : `did not reach its server; script saw: ${shapeOf(share.steps)}`;
  return { id, missing: share.missing ?? share.unavailable, worked, summary: share.failed ?? summary };
}

/** The closed control worked when its violation event was fired, or script was told of the failure. */
export function judgeClosed(id: string, share: Share): ControlEvidence {
  const events = share.violations.length;
  const worked = events > 0 || sawFailure(share.steps);
  return {
    id,
    missing: share.missing,
    worked,
    summary: `${events} violation events; script saw: ${shapeOf(share.steps)}`,
  };
}

/** A case that nothing has been seen of: it did not arrive, no violation names it, and script was told nothing. */
export function missed(one: PlannedCase, share: Share | undefined, network: readonly LedgerEntry[]): boolean {
  if (share === undefined || share.calledAt === null) return false;
  const given = !witnessedByNetwork(one) && sawSuccess(share.steps);
  const told = sawFailure(share.steps) || given || share.violations.length > 0;
  return !told && share.unavailable === null && !reached(network, finalHop(one));
}
