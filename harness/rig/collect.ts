import { deliversAllowlist } from '../plan/delivery.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { moveOf, sabotaged, sabotagesFromEnvironment } from '../plan/sabotage.ts';
import { LACKS_ALLOWLISTS, lacksAllowlists } from './allowlist-support.ts';
import { answersArrived, controlsArrived, eventsArrived, reportsArrived, reportsIn } from './arrivals.ts';
import { attribute } from './attribute.ts';
import { judgeClosed, judgeOpen, lacksEvent, missed, wentThrough } from './control-outcome.ts';
import { planClosedControls, planOpenControls, supportKey } from './controls.ts';
import { type Evidence, emptyEvidence, type Share } from './evidence.ts';
import { cutByTheNetwork, lostByTheBrowser, touches } from './failures.ts';
import { again, againId, caseInstances, type Instance, neededMethod } from './instance.ts';
import type { Rig } from './rig.ts';
import { Stage } from './stage.ts';
import { unasked } from './unasked.ts';

/**
 * Runs scenarios once in the rig's browser, all of them together: first the cases; then the controls of those that were
 * not seen to be let through; and, while a case is neither seen nor explained, an open control once more, since only one
 * that left later can prove it stayed. So a control starts after every case that leans on it, whichever scenario that is
 * of. What was let through needs no control, but for one that tells whether the browser has the mechanism, until that is
 * known of this browser. Cases of documents with a Connection-Allowlist are not opened where the browser does not know it.
 *
 * @returns the evidence of every case, by its id
 * @throws EngineError when the browser crashes or hangs
 */
export async function collect(
  scenarios: readonly PlannedScenario[],
  rig: Rig,
  reachable: (one: PlannedCase) => boolean,
): Promise<Map<string, Evidence>> {
  const { ledger } = rig.servers;
  const all = scenarios.flatMap((scenario) => scenario.cases);
  const stage = new Stage(rig);
  const lacking = await lacksAllowlists(all, rig, stage);
  const isAsked = ({ document }: PlannedCase) => !(lacking && deliversAllowlist(document));
  const cases = all.filter(isAsked);
  const asked = scenarios.flatMap((scenario) =>
    instancesAsAsked({ ...scenario, cases: scenario.cases.filter(isAsked) }, rig.redirectsAlone),
  );
  const opened = [...asked];
  const look = async () => attribute(opened, await stage.messages(), reportsIn(rig, stage.run));
  await stage.open(asked);
  let shares = await look();
  const share = (id: string | undefined) => shares.get(id as string) as Share;
  const needsControl = (one: PlannedCase) =>
    !wentThrough(one, share(one.id), ledger.of(one.id)) ||
    !rig.supported.has(supportKey(one)) ||
    // The controls behind a service worker tell together whether it works.
    one.document.context.serviceWorker !== undefined;
  const open = planOpenControls(cases.filter(needsControl), reachable);
  const closed = planClosedControls(cases.filter((one) => lacksEvent(one, share(one.id), ledger.of(one.id))));
  opened.push(...open.instances, ...closed.instances);
  await stage.open([...open.instances, ...closed.instances]);
  await controlsArrived(rig, open.instances, stage);
  shares = await look();
  const supported = cases.filter(({ id }) => (share(open.ids.get(id))?.missing ?? null) === null);
  for (const one of supported) if (share(open.ids.get(one.id))?.calledAt) rig.supported.add(supportKey(one));
  const unseen = supported.filter((one) => missed(one, share(one.id), ledger.of(one.id)));
  const leaning = new Set(unseen.flatMap(({ id }) => open.ids.get(id) ?? []));
  if (leaning.size > 0) {
    const later = open.instances.flatMap((one) => again(one, ({ id }) => leaning.has(id)));
    opened.push(...later);
    await stage.open(later);
    await controlsArrived(rig, later, stage);
  }
  const unsettled = supported.filter(({ id }) => !share(id).settled);
  if (unsettled.length > 0) await answersArrived(unsettled, look, ledger);
  shares = await eventsArrived(supported, closed.ids, look, rig);
  const unreported = await reportsArrived(supported, opened, shares, stage, rig);
  shares = await look();
  if (cases.some(({ id }) => share(id).nameless !== null)) rig.redirectsAlone = true;
  for (const reason of new Set(stage.strangers()))
    console.error(`Refused, and of no document here: ${reason}.`);
  const texts = stage.console();
  const failures = [...ledger.failures(), ...cutByTheNetwork(texts ?? [])];
  const instanceOf = new Map(
    asked.flatMap(({ id, connections }) => connections.map((each) => [each.id, id] as const)),
  );
  const documentOf = new Map(
    open.instances.flatMap(({ document, connections }) =>
      connections.map((each) => [each.id, document.id] as const),
    ),
  );
  const handling = new Set(
    [...documentOf].filter(([id]) => share(id).handled).map(([, document]) => document),
  );
  const openControl = (one: PlannedCase) => {
    const id = open.ids.get(one.id);
    if (id === undefined) return null;
    // What was not seen beside the first control is judged by the one that left later.
    const decisive = leaning.has(id) ? againId(id) : id;
    const handlesOthers = handling.has(documentOf.get(id) ?? '');
    const control = asBefore(one, share(decisive));
    return judgeOpen(one, control, ledger.of(decisive), open.hops.get(id) ?? 0, handlesOthers);
  };
  /** A browser has a mechanism, or has it not: where it once did, it is a moment's failure that says otherwise. */
  const asBefore = (one: PlannedCase, seen: Share): Share =>
    seen.missing === null || !rig.supported.has(supportKey(one))
      ? seen
      : { ...seen, missing: null, failed: `the browser has it, and yet: ${seen.missing}` };
  const evidenceOf = (one: PlannedCase): Evidence => {
    const instance = instanceOf.get(one.id) ?? one.document.id;
    const arrived = ledger.of(one.id);
    const console = texts?.filter((text) => text.includes(one.id)) ?? null;
    return {
      ...(neededMethod(one.document) === null ? asBefore(one, share(one.id)) : share(one.id)),
      opened: { case: one.id, run: stage.run, instance },
      unasked: share(one.id).calledAt === null ? unasked(one.document, instance, ledger.entries()) : [],
      network: arrived.filter(({ kind }) => kind !== 'report'),
      failures: [
        ...failures.filter((failure) => touches(failure, one)),
        ...lostByTheBrowser(one.id, console ?? [], arrived.length > 0),
      ],
      console,
      open: openControl(one),
      closed: closed.ids.has(one.id) ? judgeClosed(share(closed.ids.get(one.id))) : null,
      reportControlSilent: unreported.has(one.id),
    };
  };
  return new Map(all.map((one) => [one.id, isAsked(one) ? evidenceOf(one) : notOpened(one, stage.run)]));
}

/** The evidence of a case that was not opened, since the browser lacks what its document is delivered with. */
const notOpened = ({ id, document }: PlannedCase, run: string): Evidence => ({
  ...emptyEvidence({ case: id, run, instance: document.id }),
  missing: LACKS_ALLOWLISTS,
});

/** The documents of the cases; with the wrong policies where the environment asks for that. */
function instancesAsAsked(scenario: PlannedScenario, redirectsAlone: boolean): Instance[] {
  const asked = sabotagesFromEnvironment();
  if (asked.length === 0) return caseInstances(scenario, redirectsAlone);
  const by = new Map(scenario.cases.map((one) => [one, moveOf(one, asked)?.sabotage]));
  return asked.flatMap((sabotage) => {
    const cases = scenario.cases.filter((one) => by.get(one) === sabotage);
    return caseInstances({ ...scenario, cases }, redirectsAlone).map((instance) => ({
      ...instance,
      id: `${instance.id}-${sabotage}`,
      document: sabotaged(instance.document, sabotage),
    }));
  });
}
