import type { RecordedFiles } from '../expectations/recorded.ts';
import { type Collected, collectWithAttempts } from '../judge/attempts.ts';
import { judge } from '../judge/judge.ts';
import type { PlannedScenario, PlannedTarget } from '../plan/plan.ts';
import type { Decision, FacetName, Verdict } from '../results/verdict.ts';
import { arrival } from '../rig/control-outcome.ts';
import { shapeOf } from '../rig/evidence.ts';
import type { Rig } from '../rig/rig.ts';
import { type Explored, type ExploredTarget, planExplored } from './document.ts';
import { sharing } from './lookers.ts';

/** A browser to explore: its rig, and what is recorded of it, by what is seen and not by case. */
export interface Explorable {
  name: string;
  rig: Rig;
  recorded: RecordedFiles;
}

/** What a browser did with one connection of an explored document. */
export interface Seen {
  mechanism: string;
  target: ExploredTarget;
  verdict: Verdict;
  spec: Decision;
  /** Whether it stands on a point where the text and browsers are known to differ. */
  disputed: boolean;
  /** What is not as the specification says, and not recorded of this browser, side by side. */
  unexplained: Partial<Record<FacetName, string[]>>;
  /** Which sides are not as the specification says, whether that is recorded of this browser or not. */
  deviates: FacetName[];
  /** What the servers were sent of it, in order: the kind of each arrival, and its place among the redirects. */
  arrived: Array<{ kind: string; hop: number }>;
  /** What script was told of it, in a line. */
  told: string;
  /** Which fields of its Resource Timing entry say something; empty where it has none. */
  timing: string[];
  /** How many violation events say that a policy blocked it. */
  enforced: number;
}

const looking = new WeakMap<Rig, (documents: readonly Explored[]) => Promise<Seen[][]>>();

/**
 * Opens documents in a browser, and says what became of their connections. Whoever asks at the same time shares an opening;
 * the browser must not be restarted meanwhile.
 *
 * @returns what was seen, a list for each document, in the order of the documents
 * @throws UserError where a document cannot be played
 */
export function look(browser: Explorable, documents: readonly Explored[]): Promise<Seen[][]> {
  const { rig } = browser;
  const known = looking.get(rig) ?? sharing((all: readonly Explored[]) => open(browser, all));
  looking.set(rig, known);
  return known(documents);
}

async function open({ rig, recorded }: Explorable, documents: readonly Explored[]): Promise<Seen[][]> {
  const scenario = planExplored(documents);
  const evidence = await evidenceOf(scenario, rig);
  const seen: Seen[][] = documents.map(() => []);
  const placeOf = new Map(scenario.documents.map(({ id }, place) => [id, place]));
  for (const one of scenario.cases) {
    const found = evidence.get(one.id);
    if (found === undefined) continue;
    const { observation, record } = judge(scenario, one, found, recorded);
    seen[placeOf.get(one.document.id) ?? 0]?.push({
      mechanism: one.mechanism.name,
      target: targetOf(one.target),
      verdict: observation.verdict,
      spec: record.spec.verdict,
      disputed: record.spec.disputed.length > 0,
      unexplained: Object.fromEntries(
        Object.entries(observation.facets).flatMap(([facet, { unexplained }]) =>
          unexplained === undefined ? [] : [[facet, unexplained]],
        ),
      ),
      deviates: (Object.entries(observation.facets) as [FacetName, { result: string }][]).flatMap(
        ([facet, { result }]) => (result === 'deviates' ? [facet] : []),
      ),
      arrived: found.network.filter(arrival).map(({ kind, hop }) => ({ kind, hop })),
      told: shapeOf(found.steps),
      timing: found.timing ?? [],
      enforced: found.violations.filter(({ fields }) => fields.disposition === 'enforce').length,
    });
  }
  return seen;
}

/**
 * The evidence of one opening: what it leaves open says nothing, and there are more documents where it came from. Where the
 * browser is lost, all is opened once more.
 */
async function evidenceOf(scenario: PlannedScenario, rig: Rig): Promise<Collected['evidence']> {
  for (let time = 1; ; time += 1) {
    const { evidence, lost } = await collectWithAttempts([scenario], rig, { most: 1 });
    if (lost.size === 0) return evidence;
    await rig.restart();
    if (time === 2) return evidence;
  }
}

/** A planned target as a scenario names it; what is the default is left out. */
export function targetOf({ url, redirects, cors, status, options }: PlannedTarget): ExploredTarget {
  return {
    url,
    ...(redirects.length > 0 && {
      redirects: redirects.map(({ to, status, cors }) =>
        status === 302 && cors === '*' ? to : { to, status, cors },
      ),
    }),
    ...(cors !== '*' && { cors }),
    ...(status !== 200 && { status }),
    ...(Object.keys(options).length > 0 && { options: options as ExploredTarget['options'] }),
  };
}

/** Names a connection within its document. */
export const connectionKey = ({ mechanism, target }: Pick<Seen, 'mechanism' | 'target'>): string =>
  JSON.stringify([mechanism, target]);

/** Whether the verdict tells what the policy did. */
export const isTold = ({ verdict }: Seen): boolean =>
  verdict === 'allowed' || verdict === 'blocked' || verdict === 'leaked';

/** Whether the connection got out. */
export const isOut = ({ verdict }: Seen): boolean => verdict === 'allowed' || verdict === 'leaked';
