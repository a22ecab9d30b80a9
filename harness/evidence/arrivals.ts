import { setTimeout as delay } from 'node:timers/promises';
import type { LedgerEntry } from '../../servers/index.ts';
import { isNetworkUrl, runIn } from '../plan/address.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import { attribute, type Share } from './attribute.ts';
import { isEnforced, lacksEvent, reached } from './control-outcome.ts';
import { reportControls } from './controls.ts';
import { sawFailure } from './evidence.ts';
import { again, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import type { Stage } from './stage.ts';

/**
 * How long a control, or the report of one, may take to arrive; milliseconds. Past it, what leans on the control is
 * inconclusive, and where not even a control's report came, the browser is taken to send none there.
 */
const ARRIVAL_LIMIT = 10_000;

/** How long a closed control may take to fire its event; milliseconds. Past it, the browser is taken to fire none there. */
const EVENT_LIMIT = 500;

/** Waits until every open control that goes to a server, and that the browser supports, is in the ledger, or script was told that it failed. */
export async function controlsArrived(rig: Rig, instances: readonly Instance[], stage: Stage): Promise<void> {
  const shares = attribute(instances, await stage.messages(), []);
  const waiting = instances
    .flatMap(({ connections }) => connections)
    .filter(({ target }) => isNetworkUrl(target.url))
    .filter((one) => {
      const { missing, unavailable, failed, steps } = shares.get(one.id) as Share;
      return missing === null && unavailable === null && failed === null && !sawFailure(steps);
    });
  await Promise.all(
    waiting.map((one) =>
      rig.servers.ledger.waitFor((entry) => entry.case === one.id && reached([entry], finalHop(one)), {
        timeoutMs: ARRIVAL_LIMIT,
      }),
    ),
  );
}

/**
 * Waits until each closed control that a case without an event leans on has fired its own.
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
        lacksEvent(one, share(one.id), rig.servers.ledger.of(one.id)) &&
        !isEnforced(share(closed.get(one.id))),
    );
    if (!waiting || Date.now() > end) return shares;
  }
}

/**
 * Waits for as many reports as a document with reports has fired violation events, and for one of each case that seems
 * to be blocked without any. Where some stay out, the report controls are opened: a report that has not come when one
 * that left later is there, was not sent.
 */
export async function reportsArrived(
  cases: readonly PlannedCase[],
  instances: readonly Instance[],
  shares: ReadonlyMap<string, Share>,
  stage: Stage,
  rig: Rig,
): Promise<void> {
  const reporting = cases.filter(({ document }) => document.reports !== null);
  const expected = new Map(
    reporting.map((one) => {
      const share = shares.get(one.id) as Share;
      const silent = lacksEvent(one, share, rig.servers.ledger.of(one.id));
      return [one.id, Math.max(share.violations.length, silent ? 1 : 0)];
    }),
  );
  const controls = reportControls(reporting);
  const onceMore = controls.flatMap((one) => again(one));
  const sent = () => attribute([...instances, ...controls, ...onceMore], [], reportsIn(rig, stage.run));
  const complete = (by = sent()) =>
    [...expected].every(([id, count]) => (by.get(id) as Share).reports.length >= count);
  if (complete()) return;
  // Twice: reports are sent in batches, and those of one moment overtake each other.
  for (const later of [controls, onceMore]) {
    await stage.open(later);
    const ids = later.flatMap(({ connections }) => connections.map(({ id }) => id));
    const known = () => {
      const by = sent();
      return complete(by) || ids.every((id) => (by.get(id) as Share).reports.length > 0);
    };
    if (!known()) await rig.servers.ledger.waitFor(known, { timeoutMs: ARRIVAL_LIMIT });
    if (complete()) return;
  }
}

/** Every report of this run, one entry each: the Reporting API sends them in batches, and late. */
export const reportsIn = (rig: Rig, run: string): LedgerEntry[] =>
  rig.servers.ledger
    .entries()
    .filter(({ kind }) => kind === 'report')
    .flatMap((entry) =>
      Array.isArray(entry.report) ? entry.report.map((report: unknown) => ({ ...entry, report })) : [entry],
    )
    .filter(({ report }) => (runIn(JSON.stringify(report ?? '')) ?? run) === run);
