import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger, LedgerEntry } from '../../servers/index.ts';
import { caseIn, isNetworkUrl, runIn } from '../plan/address.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import { witnessedByNetwork } from '../plan/witness.ts';
import { attribute } from './attribute.ts';
import { isEnforced, lacksEvent, missed, reached, wentAround } from './control-outcome.ts';
import { reportControlDocument, reportControls } from './controls.ts';
import { type Share, sawFailure, sawSuccess } from './evidence.ts';
import { again, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import type { Stage } from './stage.ts';

/**
 * How long a control, or the report of one, may take to arrive; milliseconds. Past it, nothing can be said of what leans on
 * the control.
 */
const ARRIVAL_LIMIT = 10_000;

/**
 * How long a closed control may take to fire its event, or a service worker to say what it was given; milliseconds. Past
 * it, the browser is taken to fire none there, and the request to have gone around the worker.
 */
const EVENT_LIMIT = 500;

/**
 * Waits until every open control that goes to a server, and that the browser supports, is in the ledger, or script was told
 * that it failed, or was given a response that its service worker has made by itself.
 */
export async function controlsArrived(rig: Rig, instances: readonly Instance[], stage: Stage): Promise<void> {
  const shares = attribute(instances, await stage.messages(), []);
  const waiting = instances
    .flatMap(({ document, connections }) => connections.map((one) => ({ ...one, document })))
    .filter(({ target }) => isNetworkUrl(target.url))
    .filter((one) => {
      const { missing, unavailable, failed, steps } = shares.get(one.id) as Share;
      const isMade = one.document.context.serviceWorker === 'synthesise' && sawSuccess(steps);
      return missing === null && unavailable === null && failed === null && !sawFailure(steps) && !isMade;
    });
  await Promise.all(
    waiting.map((one) =>
      rig.servers.ledger.waitFor((entry) => reached([entry], finalHop(one)), {
        case: one.id,
        timeoutMs: ARRIVAL_LIMIT,
      }),
    ),
  );
}

/**
 * Waits until script was answered about every case that nothing is known of. Its control may have overtaken it: Chromium
 * keeps a WebSocket back for up to five seconds, at random, while others of its process are on their way
 * (services/network/websocket_throttler.cc).
 *
 * @param look gives the shares as they are now
 */
export async function answersArrived(
  cases: readonly PlannedCase[],
  look: () => Promise<Map<string, Share>>,
  ledger: Pick<Ledger, 'of'>,
): Promise<void> {
  for (const end = Date.now() + ARRIVAL_LIMIT; Date.now() < end; await delay(50)) {
    const shares = await look();
    const isOnItsWay = (one: PlannedCase) => {
      const share = shares.get(one.id) as Share;
      return !share.settled && !share.unloaded && missed(one, share, ledger.of(one.id));
    };
    if (!cases.some((one) => witnessedByNetwork(one) && isOnItsWay(one))) return;
  }
}

/**
 * Waits until each closed control that a case without an event leans on has fired its own, and each service worker that
 * was given a request has said so.
 *
 * @param closed case id → id of its closed control
 * @param look gives the shares as they are now
 * @returns the shares, with every event that the controls prove to be there
 */
export async function eventsArrived(
  cases: readonly PlannedCase[],
  closed: ReadonlyMap<string, string>,
  look: () => Promise<Map<string, Share>>,
  rig: Rig,
): Promise<Map<string, Share>> {
  for (const end = Date.now() + EVENT_LIMIT; ; await delay(50)) {
    const shares = await look();
    const share = (id: string | undefined) => shares.get(id as string) as Share;
    const waiting = cases.some(
      (one) =>
        wentAround(one, share(one.id), rig.servers.ledger.of(one.id)) ||
        (closed.has(one.id) &&
          lacksEvent(one, share(one.id), rig.servers.ledger.of(one.id)) &&
          !isEnforced(share(closed.get(one.id)))),
    );
    if (!waiting || Date.now() > end) return shares;
  }
}

/**
 * Waits for as many reports as a document with reports has fired violation events, and for one of each case that seems
 * to be blocked without any. Where some stay out, the report controls are opened: a report that has not come when one
 * that left later is there, was not sent.
 *
 * @returns the ids of the cases whose report control sent none either, so that nothing can be said of theirs
 */
export async function reportsArrived(
  cases: readonly PlannedCase[],
  instances: readonly Instance[],
  shares: ReadonlyMap<string, Share>,
  stage: Stage,
  rig: Rig,
): Promise<Set<string>> {
  const reporting = cases.filter(({ document }) => document.reports !== null);
  const expected = new Map(
    reporting.map((one) => {
      const share = shares.get(one.id) as Share;
      const silent = lacksEvent(one, share, rig.servers.ledger.of(one.id));
      // Nothing but its report tells what an allowlist that only reports has found: the controls do.
      const untold = one.document.allowlistReportOnly.length > 0;
      return [one.id, untold ? Number.POSITIVE_INFINITY : Math.max(share.violations.length, silent ? 1 : 0)];
    }),
  );
  const controls = reportControls(reporting);
  const onceMore = controls.flatMap((one) => again(one));
  const sent = () => attribute([...instances, ...controls, ...onceMore], [], reportsIn(rig, stage.run));
  const complete = (by = sent()) =>
    [...expected].every(([id, count]) => (by.get(id) as Share).reports.length >= count);
  if (complete()) return new Set();
  const haveCome = (ofControls: readonly Instance[], by = sent()) =>
    ofControls.every(({ connections }) =>
      connections.every(({ id }) => (by.get(id) as Share).reports.length > 0),
    );
  const openAndWait = async (later: readonly Instance[]) => {
    await stage.open(later);
    const known = (by = sent()) => complete(by) || haveCome(later, by);
    const isNews = ({ kind }: LedgerEntry) => kind === 'report' && known();
    if (!known()) await rig.servers.ledger.waitFor(isNews, { timeoutMs: ARRIVAL_LIMIT });
  };
  await openAndWait(controls);
  if (complete()) return new Set();
  // Once more: reports are sent in batches, and those of one moment overtake each other.
  const sending = controls.filter((one) => haveCome([one]));
  await openAndWait(sending.flatMap((one) => again(one)));
  const proving = new Set(sending.filter((one) => haveCome(again(one))).map(({ id }) => id));
  const silent = reporting.filter(({ document }) => !proving.has(reportControlDocument(document).id));
  return new Set(silent.map(({ id }) => id));
}

/** Every report of this run, one entry each: the Reporting API sends them in batches, and late. */
export const reportsIn = (rig: Rig, run: string): LedgerEntry[] =>
  rig.servers.ledger
    .entries()
    .filter(({ kind }) => kind === 'report')
    .flatMap((entry) =>
      Array.isArray(entry.report) ? entry.report.map((report: unknown) => ({ ...entry, report })) : [entry],
    )
    .filter(({ report }) => isOfRun(JSON.stringify(report ?? ''), run));

/** A report that speaks of a case has to name this run; one that only names its document, none but this. */
const isOfRun = (text: string, run: string): boolean =>
  (runIn(text) ?? (caseIn(text) === null ? run : null)) === run;
