import type { LedgerEntry } from '../../servers/index.ts';
import { finalHop, type PlannedCase, type PlannedScenario } from '../plan/plan.ts';
import type { Opened } from '../plan/question.ts';
import { sabotaged, sabotageFromEnvironment } from '../plan/sabotage.ts';
import { attribute, type Share } from './attribute.ts';
import { judgeClosed, judgeOpen, missed, reached } from './control-outcome.ts';
import { type Controls, planControls } from './controls.ts';
import type { Evidence } from './evidence.ts';
import { caseInstances, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import { Stage } from './stage.ts';

/** How long a control, or a report, may take to arrive; milliseconds. Past it, what leans on the control is inconclusive. */
const ARRIVAL_LIMIT = 10_000;

/**
 * Runs a scenario once in the rig's browser: first the cases, then the open controls, then the closed ones; and, while a
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
  await stage.open(controls.openInstances);
  await controlsArrived(rig, controls.openInstances, stage);
  await stage.open(controls.closedInstances);
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
  if (scenario.cases.some(unseen)) {
    const again = controls.openInstances.map(oncemore);
    await stage.open(again);
    await controlsArrived(rig, again, stage);
    shares = await look();
  }
  await reportsArrived(scenario, shares, rig);
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
  const { calledAt, steps, unavailable, failed, violations, reports } = share;
  return {
    opened,
    calledAt,
    steps,
    unavailable,
    failed,
    violations,
    reports,
    network: rig.servers.ledger.of(one.id).filter(({ kind }) => kind !== 'report'),
    console: console?.filter((text) => text.includes(one.id)) ?? null,
    open: judgeOpen(
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

/** The same instance under other ids. */
function oncemore(instance: Instance): Instance {
  return {
    ...instance,
    id: `${instance.id}-again`,
    connections: instance.connections.map((one) => ({ ...one, id: `${one.id}-again` })),
  };
}

/** Waits until every open control that the browser supports is in the ledger, or script was told that it failed. */
async function controlsArrived(rig: Rig, instances: readonly Instance[], stage: Stage): Promise<void> {
  const shares = attribute(instances, await stage.messages(), []);
  const waiting = instances
    .flatMap(({ connections }) => connections)
    .filter((one) => {
      const { missing, unavailable, failed, settled, steps } = shares.get(one.id) as Share;
      const told = settled && steps.some(({ step }) => step !== 'return');
      return missing === null && unavailable === null && failed === null && !told;
    });
  await Promise.all(
    waiting.map((one) =>
      rig.servers.ledger.waitFor((entry) => entry.case === one.id && reached([entry], finalHop(one)), {
        timeoutMs: ARRIVAL_LIMIT,
      }),
    ),
  );
}

/** Waits for as many reports as a document with reports has fired violation events. */
async function reportsArrived(
  scenario: PlannedScenario,
  shares: ReadonlyMap<string, Share>,
  rig: Rig,
): Promise<void> {
  const count = (id: string) =>
    reportsIn(rig).filter(({ report }) => JSON.stringify(report ?? '').includes(id)).length;
  await Promise.all(
    scenario.cases
      .filter(({ document }) => document.reports !== null)
      .map(({ id }) => {
        const due = shares.get(id)?.violations.length ?? 0;
        return due === 0
          ? null
          : rig.servers.ledger.waitFor(() => count(id) >= due, { timeoutMs: ARRIVAL_LIMIT });
      }),
  );
}

/** Every report, one entry each: the Reporting API sends them in batches. */
const reportsIn = (rig: Rig): LedgerEntry[] =>
  rig.servers.ledger
    .entries()
    .filter(({ kind }) => kind === 'report')
    .flatMap((entry) =>
      Array.isArray(entry.report) ? entry.report.map((report: unknown) => ({ ...entry, report })) : [entry],
    );
