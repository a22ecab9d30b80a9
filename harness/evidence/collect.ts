import type { LedgerEntry } from '../../servers/index.ts';
import { isNetworkUrl } from '../plan/address.ts';
import { finalHop, type PlannedCase, type PlannedScenario } from '../plan/plan.ts';
import type { Opened } from '../plan/question.ts';
import { sabotaged, sabotageFromEnvironment } from '../plan/sabotage.ts';
import { attribute, type Share } from './attribute.ts';
import { judgeClosed, judgeOpen, missed, reached } from './control-outcome.ts';
import { type Controls, planControls } from './controls.ts';
import { type Evidence, sawFailure } from './evidence.ts';
import { type Connection, caseInstances, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import { Stage } from './stage.ts';

/** How long a control, or a report, may take to arrive; milliseconds. Past it, what leans on the control is inconclusive. */
const ARRIVAL_LIMIT = 10_000;

/**
 * Runs a scenario once in the rig's browser: first the cases, then the controls; and, while a
 * case is neither seen nor explained, an open control once more, since only one that left later can prove it stayed.
 *
 * @throws EngineError when the browser crashes or hangs
 */
export async function collect(
  scenario: PlannedScenario,
  rig: Rig,
  reachable: (one: PlannedCase) => boolean,
): Promise<Map<string, Evidence>> {
  const stage = new Stage(rig);
  const instances = caseInstances(scenario).map(asAsked);
  const controls = planControls(scenario, reachable);
  await stage.open(instances);
  await stage.open([...controls.openInstances, ...controls.closedInstances]);
  await controlsArrived(rig, controls.openInstances, stage);
  const look = async () =>
    attribute(
      [...instances, ...controls.openInstances, ...controls.closedInstances],
      await stage.messages(),
      reportsIn(rig),
    );
  let shares = await look();
  const supported = (one: PlannedCase) => shares.get(controls.open.get(one.id) as string)?.missing === null;
  const unseen = (one: PlannedCase) =>
    supported(one) && missed(one, shares.get(one.id), rig.servers.ledger.of(one.id));
  const leaning = new Set(scenario.cases.filter(unseen).map(({ id }) => controls.open.get(id) as string));
  if (leaning.size > 0) {
    const again = controls.openInstances.flatMap((one) => oncemore(one, ({ id }) => leaning.has(id)));
    await stage.open(again);
    await controlsArrived(rig, again, stage);
    shares = await look();
  }
  await reportsArrived(scenario, shares, controls, stage, rig);
  shares = await look();
  const console = stage.console();
  const instanceOf = new Map(
    instances.flatMap(({ id, connections }) => connections.map((each) => [each.id, id] as const)),
  );
  const opened = (one: PlannedCase) => ({
    case: one.id,
    run: stage.run,
    instance: instanceOf.get(one.id) ?? one.document.id,
  });
  return new Map(
    scenario.cases.map((one) => [one.id, evidence(one, opened(one), shares, controls, rig, console)]),
  );
}

function evidence(
  one: PlannedCase,
  opened: Opened,
  shares: ReadonlyMap<string, Share>,
  controls: Controls,
  rig: Rig,
  console: readonly string[] | null,
): Evidence {
  const share = shares.get(one.id) as Share;
  const open = controls.open.get(one.id) as string;
  const closed = controls.closed.get(one.id) as string;
  const { calledAt, steps, unavailable, failed, settled, violations, reports, observedReports, timing } =
    share;
  return {
    opened,
    calledAt,
    steps,
    unavailable,
    failed,
    settled,
    violations,
    reports,
    observedReports,
    timing,
    network: rig.servers.ledger.of(one.id).filter(({ kind }) => kind !== 'report'),
    console: console?.filter((text) => text.includes(one.id)) ?? null,
    open: judgeOpen(
      one,
      open,
      shares.get(open) as Share,
      rig.servers.ledger.of(open),
      controls.openHop.get(open) ?? 0,
    ),
    closed: judgeClosed(closed, shares.get(closed) as Share),
  };
}

/** Served with the wrong policies where the environment asks for that. */
function asAsked(instance: Instance): Instance {
  const sabotage = sabotageFromEnvironment();
  return sabotage === null ? instance : { ...instance, document: sabotaged(instance.document, sabotage) };
}

/** The same instance under another id, with those of its connections that are asked for; nothing where none is. */
function oncemore(instance: Instance, asked: (one: Connection) => boolean = () => true): Instance[] {
  const connections = instance.connections.filter(asked).map((one) => ({ ...one, id: `${one.id}-again` }));
  return connections.length === 0 ? [] : [{ ...instance, id: `${instance.id}-again`, connections }];
}

/** Waits until every open control that goes to a server, and that the browser supports, is in the ledger, or script was told that it failed. */
async function controlsArrived(rig: Rig, instances: readonly Instance[], stage: Stage): Promise<void> {
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
async function reportsArrived(
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
  const again = reportInstances.flatMap((one) => oncemore(one));
  for (const later of [reportInstances, again]) {
    await stage.open(later);
    const ids = later.flatMap(({ connections }) => connections.map(({ id }) => id));
    const known = () => complete() || ids.every((id) => count(id) > 0);
    if (!known()) await rig.servers.ledger.waitFor(known, { timeoutMs: ARRIVAL_LIMIT });
    if (complete()) return;
  }
}

/** Every report, one entry each: the Reporting API sends them in batches. */
const reportsIn = (rig: Rig): LedgerEntry[] =>
  rig.servers.ledger
    .entries()
    .filter(({ kind }) => kind === 'report')
    .flatMap((entry) =>
      Array.isArray(entry.report) ? entry.report.map((report: unknown) => ({ ...entry, report })) : [entry],
    );
