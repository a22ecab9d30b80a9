import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { moveOf, sabotaged, sabotagesFromEnvironment } from '../plan/sabotage.ts';
import { controlsArrived, eventsArrived, reportsArrived, reportsIn } from './arrivals.ts';
import { attribute, type Share } from './attribute.ts';
import { closedInWords, judgeOpen, missed } from './control-outcome.ts';
import { planControls } from './controls.ts';
import type { Evidence } from './evidence.ts';
import { again, againId, caseInstances, type Instance } from './instance.ts';
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
  const { ledger } = rig.servers;
  const stage = new Stage(rig);
  const asked = instancesAsAsked(scenario);
  const controls = planControls(scenario, reachable);
  const opened = [...asked, ...controls.openInstances, ...controls.closedInstances];
  await stage.open(asked);
  await stage.open([...controls.openInstances, ...controls.closedInstances]);
  await controlsArrived(rig, controls.openInstances, stage);
  const look = async () => attribute(opened, await stage.messages(), reportsIn(rig, stage.run));
  let shares = await look();
  const share = (id: string | undefined) => shares.get(id as string) as Share;
  const supported = scenario.cases.filter(({ id }) => share(controls.open.get(id)).missing === null);
  const unseen = supported.filter((one) => missed(one, share(one.id), ledger.of(one.id)));
  const leaning = new Set(unseen.map(({ id }) => controls.open.get(id) as string));
  if (leaning.size > 0) {
    const later = controls.openInstances.flatMap((one) => again(one, ({ id }) => leaning.has(id)));
    opened.push(...later);
    await stage.open(later);
    await controlsArrived(rig, later, stage);
  }
  shares = await eventsArrived(supported, controls.closed, look, rig);
  await reportsArrived(supported, opened, shares, stage, rig);
  shares = await look();
  const console = stage.console();
  const instanceOf = new Map(
    asked.flatMap(({ id, connections }) => connections.map((each) => [each.id, id] as const)),
  );
  const evidenceOf = (one: PlannedCase): Evidence => {
    const open = controls.open.get(one.id) as string;
    // What was not seen beside the first control is judged by the one that left later.
    const decisive = leaning.has(open) ? againId(open) : open;
    const { calledAt, steps, unavailable, failed, settled, violations, reports, observedReports, timing } =
      share(one.id);
    return {
      opened: { case: one.id, run: stage.run, instance: instanceOf.get(one.id) ?? one.document.id },
      ...{ calledAt, steps, unavailable, failed, settled, violations, reports, observedReports, timing },
      network: ledger.of(one.id).filter(({ kind }) => kind !== 'report'),
      console: console?.filter((text) => text.includes(one.id)) ?? null,
      open: judgeOpen(one, share(decisive), ledger.of(decisive), controls.openHop.get(open) ?? 0),
      closed: closedInWords(share(controls.closed.get(one.id))),
    };
  };
  return new Map(scenario.cases.map((one) => [one.id, evidenceOf(one)]));
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
