import { observe } from '../judge/observe.ts';
import { finalHop, type PlannedCase } from '../plan/plan.ts';
import type { Verdict } from '../results/verdict.ts';
import { attribute } from '../rig/attribute.ts';
import { reached } from '../rig/control-outcome.ts';
import { emptyEvidence, type OpenControl, type Share } from '../rig/evidence.ts';
import type { Instance } from '../rig/instance.ts';
import type { Rig } from '../rig/rig.ts';
import { Stage } from '../rig/stage.ts';

/** How long the usual way waits for a connection that is nowhere to be seen, in milliseconds. */
const PATIENCE = 1000;

/**
 * Runs a case the way browser tests usually do: a fresh page (in a context of its own, where Playwright drives the
 * browser), one load of a document that opens this one connection, and a look at what came of it. There is no control:
 * that one would have arrived is taken for granted, and what is silent for a second for blocked.
 *
 * @returns the verdict, by the same judge as the harness's own
 * @throws EngineError when the browser crashes or hangs
 */
export async function runUsualWay(one: PlannedCase, rig: Rig): Promise<Verdict> {
  const { id, document, mechanism, target } = one;
  const { ledger } = rig.servers;
  const instance: Instance = {
    id: document.id,
    document,
    connections: [{ id, mechanism, target }],
    // The one document has to tell as well whether the browser has the mechanism.
    detect: true,
  };
  const stage = new Stage(rig);
  await stage.open([instance]);
  const look = async () => {
    const share = attribute([instance], await stage.messages(), []).get(id) as Share;
    const network = ledger.of(id).filter(({ kind }) => kind !== 'report');
    const open = { ...TAKEN_FOR_GRANTED, missing: share.missing };
    const opened = { case: id, run: stage.run, instance: instance.id };
    return { ...emptyEvidence(opened), ...share, network, open };
  };
  let seen = await look();
  if (observe(one, seen).verdict === 'inconclusive') {
    await ledger.waitFor((entry) => reached([entry], finalHop(one)), { case: id, timeoutMs: PATIENCE });
    seen = { ...(await look()), settled: true };
  }
  await rig.closePages();
  return observe(one, seen).verdict;
}

/** The control that the usual way does without. */
const TAKEN_FOR_GRANTED: OpenControl = {
  missing: null,
  failed: null,
  worked: true,
  arrived: true,
  unhandled: false,
  handlesOthers: false,
  shape: '',
};
