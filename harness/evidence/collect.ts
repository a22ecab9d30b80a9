import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import type { Opened } from '../plan/question.ts';
import { moveOf, sabotaged, sabotagesFromEnvironment } from '../plan/sabotage.ts';
import { controlsArrived, reportsArrived, reportsIn } from './arrivals.ts';
import { attribute, type Share } from './attribute.ts';
import { judgeClosed, judgeOpen, missed } from './control-outcome.ts';
import { type Controls, planControls } from './controls.ts';
import type { Evidence } from './evidence.ts';
import { again, caseInstances, type Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import { Stage } from './stage.ts';

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
  const instances = instancesAsAsked(scenario);
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
    const later = controls.openInstances.flatMap((one) => again(one, ({ id }) => leaning.has(id)));
    await stage.open(later);
    await controlsArrived(rig, later, stage);
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

/** The documents of the cases; with the wrong policies where the environment asks for that. */
function instancesAsAsked(scenario: PlannedScenario): Instance[] {
  const asked = sabotagesFromEnvironment();
  if (asked.length === 0) return caseInstances(scenario);
  const by = new Map(scenario.cases.map((one) => [one, moveOf(one, asked)?.sabotage]));
  return asked.flatMap((sabotage) => {
    const cases = scenario.cases.filter((one) => by.get(one) === sabotage);
    return caseInstances({ ...scenario, cases }).map((instance) => ({
      ...instance,
      id: `${instance.id}-${sabotage}`,
      document: sabotaged(instance.document, sabotage),
    }));
  });
}
