import type { LedgerEntry } from '../../servers/index.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import { goesToServiceWorker, witnessedByNetwork } from '../plan/witness.ts';
import {
  type ClosedControl,
  type OpenControl,
  type Share,
  sawFailure,
  sawSuccess,
  shapeOf,
} from './evidence.ts';

/** Whether a ledger entry shows that the connection itself left the browser. */
export const arrival = ({ kind, refused }: LedgerEntry): boolean =>
  kind !== 'report' && kind !== 'connect' && !refused;

/** Whether the connection reached the server it was aimed at, at this hop of its redirects. */
export const reached = (network: readonly LedgerEntry[], hop: number): boolean =>
  network.some((entry) => arrival(entry) && entry.hop >= hop);

/**
 * What an open control did: it worked when it reached its server, or, where script is the witness, when script was given its
 * response: what arrived says nothing then, since a service worker or an earlier request of the mechanism may have sent it.
 * Where a service worker had to be given its request, and was not, the worker must be seen to work: then it is the browser
 * that asks no service worker for such a request (Firefox, for a keepalive fetch).
 *
 * @param handlesOthers whether its service worker was given the request of another control
 */
export function judgeOpen(
  one: PlannedCase,
  share: Share,
  network: readonly LedgerEntry[],
  hop: number,
  handlesOthers: boolean,
): OpenControl {
  const arrived = reached(network, hop);
  const came = witnessedByNetwork(one) ? arrived : sawSuccess(share.steps);
  const unhandled = goesToServiceWorker(one) && !share.handled;
  return {
    missing: share.missing ?? share.unavailable,
    failed: share.failed,
    worked: came && (!unhandled || handlesOthers),
    arrived,
    unhandled,
    handlesOthers,
    shape: shapeOf(share.steps),
  };
}

/** What the closed control was told of the block. */
export const judgeClosed = ({ failed, violations, steps }: Share): ClosedControl => ({
  failed,
  violations: violations.length,
  shape: shapeOf(steps),
});

/** Whether an event says that the browser enforced a block. */
export const isEnforced = ({ violations }: Share): boolean =>
  violations.some(({ fields }) => fields.disposition === 'enforce');

/** A case that nothing has been seen of: it did not arrive, no block of it is told of, and script was told nothing. */
export function missed(one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean {
  const given = !witnessedByNetwork(one) && sawSuccess(share.steps);
  const told = sawFailure(share.steps) || given || isEnforced(share);
  return wasCalled(share) && !told && !reached(network, finalHop(one));
}

/** A case whose witness, the servers or script, has seen it reach its target. */
export const wentThrough = (one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean =>
  witnessedByNetwork(one) ? reached(network, finalHop(one)) : sawSuccess(share.steps);

/** A case that seems to be blocked, and of which no event says so. */
export const lacksEvent = (one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean =>
  wasCalled(share) && !wentThrough(one, share, network) && !isEnforced(share);

const wasCalled = ({ calledAt, unavailable }: Share): boolean => calledAt !== null && unavailable === null;

/**
 * A case whose request has left its global, and not by the service worker that was to be given it: either the worker has
 * not said so yet, or the request went around it.
 */
export const wentAround = (one: PlannedCase, share: Share, network: readonly LedgerEntry[]): boolean =>
  goesToServiceWorker(one) && !share.handled && (network.some(arrival) || sawSuccess(share.steps));
