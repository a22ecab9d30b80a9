import type { LedgerEntry } from '../../servers/index.ts';
import { isNetworkUrl } from '../plan/address.ts';
import { finalHop, type PlannedScenario } from '../plan/plan.ts';
import { attribute, type Share } from './attribute.ts';
import { reached } from './control-outcome.ts';
import type { Controls } from './controls.ts';
import { sawFailure } from './evidence.ts';
import { again, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import type { Stage } from './stage.ts';

/** How long a control, or a report, may take to arrive; milliseconds. Past it, what leans on the control is inconclusive. */
const ARRIVAL_LIMIT = 10_000;

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
 * Waits for as many reports as a document with reports has fired violation events. Where some stay out, the report
 * controls are opened: a report that has not come when one that left later is there, was not sent.
 */
export async function reportsArrived(
  scenario: PlannedScenario,
  shares: ReadonlyMap<string, Share>,
  { reportInstances }: Controls,
  stage: Stage,
  rig: Rig,
): Promise<void> {
  const count = (id: string) =>
    reportsIn(rig).filter(({ report }) => JSON.stringify(report ?? '').includes(id)).length;
  const reporting = scenario.cases.filter(({ document }) => document.reports !== null);
  const complete = () => reporting.every(({ id }) => count(id) >= (shares.get(id)?.violations.length ?? 0));
  if (complete()) return;
  // Twice: reports are sent in batches, and those of one moment overtake each other.
  const onceMore = reportInstances.flatMap((one) => again(one));
  for (const later of [reportInstances, onceMore]) {
    await stage.open(later);
    const ids = later.flatMap(({ connections }) => connections.map(({ id }) => id));
    const known = () => complete() || ids.every((id) => count(id) > 0);
    if (!known()) await rig.servers.ledger.waitFor(known, { timeoutMs: ARRIVAL_LIMIT });
    if (complete()) return;
  }
}

/** Every report, one entry each: the Reporting API sends them in batches. */
export const reportsIn = (rig: Rig): LedgerEntry[] =>
  rig.servers.ledger
    .entries()
    .filter(({ kind }) => kind === 'report')
    .flatMap((entry) =>
      Array.isArray(entry.report) ? entry.report.map((report: unknown) => ({ ...entry, report })) : [entry],
    );
