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
  share: Share,
  network: readonly LedgerEntry[],
  hop: number,
): ControlEvidence {
  const arrived = reached(network, hop);
  const worked = arrived || (!witnessedByNetwork(one) && sawSuccess(share.steps));
  const summary = arrived
    ? 'reached its server'
    : `did not reach its server; script saw: ${shapeOf(share.steps)}`;
  return { missing: share.missing ?? share.unavailable, worked, summary: share.failed ?? summary };
}

/** What the closed control was told of the block, in words. */
export const closedInWords = ({ violations, steps }: Share): string =>
  `${violations.length} violation events; script saw: ${shapeOf(steps)}`;

/** Whether an event says that the browser enforced a block. */
export const isEnforced = ({ violations }: Share): boolean =>
  violations.some(({ fields }) => fields.disposition === 'enforce');

/** A case that nothing has been seen of: it did not arrive, no block of it is told of, and script was told nothing. */
export function missed(one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean {
  const given = !witnessedByNetwork(one) && sawSuccess(share.steps);
  const told = sawFailure(share.steps) || given || isEnforced(share);
  return wasCalled(share) && !told && !reached(network, finalHop(one));
}

/** A case that seems to be blocked, and of which no event says so. */
export function lacksEvent(one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean {
  const wentThrough = witnessedByNetwork(one) ? reached(network, finalHop(one)) : sawSuccess(share.steps);
  return wasCalled(share) && !wentThrough && !isEnforced(share);
}

const wasCalled = ({ calledAt, unavailable }: Share): boolean => calledAt !== null && unavailable === null;
