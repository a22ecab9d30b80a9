import { EngineError } from '../engines/engine.ts';
import type { PlannedCase, PlannedDocument, PlannedScenario } from '../plan/plan.ts';
import { reachable } from '../plan/reachable.ts';
import type { Incident } from '../results/schema.ts';
import { collect } from '../rig/collect.ts';
import { type Evidence, shapeOf } from '../rig/evidence.ts';
import type { Rig } from '../rig/rig.ts';
import { straysInWords } from '../rig/strays.ts';
import { observe } from './observe.ts';

/** How evidence is collected. */
export interface Attempts {
  /** How often at most; 1 leaves open what the first time leaves open. */
  most?: number;
  /** What must not be believed of a single look: it is looked at again, and taken for nothing unless it is seen twice. */
  doubts?: (one: PlannedCase, evidence: Evidence) => boolean;
  /** Runs scenarios once; `collect`, but in tests. */
  look?: typeof collect;
}

/** The evidence of scenarios' cases; of those that are not in it, the browser was lost before there was any. */
export interface Collected {
  evidence: Map<string, Evidence>;
  /** Scenario id → how often the browser was lost with it, and how it was last. */
  lost: Map<string, string>;
  /** What else happened on the way, in order. */
  incidents: Array<Omit<Incident, 'browser'>>;
}

/**
 * Collects the evidence of scenarios that run together. Where there is no verdict on some case (the browser crashed or
 * hung, a document was never heard of, a control failed) its scenario is run again in a fresh browser, for those cases
 * only; and once where a report has stayed out, since reports are delivered at best effort
 * (https://w3c.github.io/reporting/#delivery), or more often where its control sent none either. After a loss each scenario runs alone, so that one which the browser does
 * not survive takes no other along.
 */
export async function collectWithAttempts(
  scenarios: readonly PlannedScenario[],
  rig: Rig,
  { most = 3, doubts = () => false, look = collect }: Attempts = {},
): Promise<Collected> {
  const evidence: Collected['evidence'] = new Map();
  const incidents: Collected['incidents'] = [];
  const losses = new Map<string, EngineError[]>();
  /** Ids of what has to be seen once more. */
  const doubted = new Set<string>();
  const open = ({ cases }: PlannedScenario, attempt: number) =>
    cases.filter((one) => {
      const seen = evidence.get(one.id);
      if (seen?.contradicted !== undefined) return false;
      return !isConclusive(one, seen) || doubted.has(one.id) || asksForReports(one, seen, attempt);
    });
  const take = (one: PlannedCase, later: Evidence): void => {
    const earlier = evidence.get(one.id);
    const isSecondLook = earlier !== undefined && doubted.has(one.id) && isConclusive(one, later);
    const stands = whichStands(one, earlier, later);
    const differs = isSecondLook && stands === earlier && !doubts(one, later);
    const said = isSecondLook ? contradiction(one, earlier, later, differs) : null;
    evidence.set(one.id, said === null ? stands : { ...stands, contradicted: said });
    if (isSecondLook) doubted.delete(one.id);
    else if (most > 1 && isConclusive(one, stands) && doubts(one, stands)) doubted.add(one.id);
  };
  const run = async (together: readonly PlannedScenario[], attempt: number): Promise<void> => {
    const collected = await look(together, rig, reachable);
    for (const one of together.flatMap((scenario) => open(scenario, attempt)))
      take(one, collected.get(one.id) as Evidence);
  };
  let restart = false;
  for (let attempt = 1; attempt <= most; attempt++) {
    const left = scenarios.filter((scenario) => open(scenario, attempt).length > 0);
    if (left.length === 0) break;
    if (attempt > 1)
      for (const one of left)
        incidents.push({ scenario: one.scenario.id, ...againInWords(attempt, open(one, attempt), evidence) });
    const groups = losses.size > 0 ? left.map((scenario) => [scenario]) : [left];
    for (const together of groups) {
      try {
        if (restart) await rig.restart();
        restart = false;
        await run(together, attempt);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        restart = true;
        for (const { scenario } of together) {
          losses.set(scenario.id, [...(losses.get(scenario.id) ?? []), error]);
          const what = `${error.kind}: ${error.message}`;
          incidents.push({ scenario: scenario.id, kind: 'browser lost', what });
        }
      }
      for (const what of straysInWords(rig.servers)) incidents.push(strayIn(together, what));
    }
    restart = true;
  }
  for (const one of scenarios.flatMap(({ cases }) => cases).filter(({ id }) => doubted.has(id))) {
    const seen = evidence.get(one.id) as Evidence;
    evidence.set(one.id, { ...seen, contradicted: notSeenAgain(one, seen) });
  }
  return { evidence, incidents, lost: new Map([...losses].map(([id, errors]) => [id, inWords(errors)])) };
}

/** Whether an attempt is for a report that has stayed out. */
const asksForReports = (one: PlannedCase, seen: Evidence, attempt: number): boolean =>
  (attempt === 2 || (attempt > 2 && seen.reportControlSilent)) && lacksReports(one, seen);

function inWords(losses: readonly EngineError[]): string {
  const last = losses.at(-1);
  return `The browser was lost ${losses.length} times; last by ${last?.kind}: ${last?.message}`;
}

/** A request nobody planned tells no scenario of its own: it is told with the first of those that ran together. */
function strayIn(together: readonly PlannedScenario[], what: string): Collected['incidents'][number] {
  const [first, ...others] = together.map(({ scenario }) => scenario.id);
  const beside = others.length === 0 ? '' : ` (${others.length} more scenarios ran beside it)`;
  return { scenario: first as string, kind: 'stray', what: `${what}${beside}` };
}

/** Why a scenario runs again: what is the matter with the first case that it is for. */
function againInWords(
  attempt: number,
  cases: readonly PlannedCase[],
  evidence: ReadonlyMap<string, Evidence>,
): Pick<Incident, 'kind' | 'what'> {
  const [first] = cases as [PlannedCase];
  const known = evidence.get(first.id);
  const why =
    known === undefined
      ? 'the browser was lost'
      : isConclusive(first, known) && lacksReports(first, known)
        ? 'fewer reports than events'
        : observe(first, known).reason;
  const what = `attempt ${attempt}, in a fresh browser, for ${cases.length} of its cases: ${first.id}: ${why}`;
  return { kind: 'run again', what };
}

/**
 * What two looks at a case say that cannot both be the policy's doing; null where they agree.
 *
 * @param differs whether they do where the verdict is the same: what was to be doubted of the first is not in the second
 */
export function contradiction(
  one: PlannedCase,
  earlier: Evidence,
  later: Evidence,
  differs: boolean,
): string | null {
  const [first, second] = [observe(one, earlier), observe(one, later)];
  if (first.verdict !== second.verdict)
    return `It was seen ${first.verdict}, and then ${second.verdict}: ${first.reason} Then: ${second.reason}`;
  if (!differs) return null;
  return `It was seen ${first.verdict} twice, but not alike: ${inShort(earlier)}; then ${inShort(later)}.`;
}

/** What was seen besides the verdict. */
const inShort = ({ steps, violations, reports, timing }: Evidence): string =>
  [
    `script was told "${shapeOf(steps)}"`,
    `${violations.length} violation events`,
    `${reports.length} reports`,
    ...(timing === null || timing.length === 0 ? [] : [`Resource Timing: ${timing.join(', ')}`]),
  ].join(', ');

const notSeenAgain = (one: PlannedCase, seen: Evidence): string => {
  const { verdict, reason } = observe(one, seen);
  return `It was seen ${verdict}, and has to be seen twice, but no second look gave a verdict. ${reason}`;
};

/**
 * Which evidence of two attempts stands: the first that gives a verdict, so that running again can hide no flip. The later one
 * only where it is the same and tells more: it has more reports, or its report control tells of the rest, or script was told
 * further steps of what it was told at first.
 */
export function whichStands(one: PlannedCase, earlier: Evidence | undefined, later: Evidence): Evidence {
  if (!isConclusive(one, earlier)) return later;
  if (otherwiseSaid(one, later) !== otherwiseSaid(one, earlier)) return earlier;
  const moreReports = later.reports.length - earlier.reports.length;
  const moreSteps = later.steps.length - earlier.steps.length;
  const sameSteps = earlier.steps.every(({ shape }, index) => later.steps[index]?.shape === shape);
  const losesNothing = moreReports >= 0 && sameSteps;
  const tellsOfReports = earlier.reportControlSilent && !later.reportControlSilent;
  const tellsMore = moreReports > 0 || (!earlier.settled && moreSteps > 0) || tellsOfReports;
  return losesNothing && tellsMore ? later : earlier;
}

/** What evidence says beside reports and steps, without times, and without the run that URLs carry. */
function otherwiseSaid(one: PlannedCase, evidence: Evidence): string {
  const { violations, timing, network } = evidence;
  const said = [
    observe(one, evidence).verdict,
    violations.map(({ target, fields }) => JSON.stringify([target, fields])).sort(),
    timing,
    network.map(({ kind, hop, method, url }) => [kind, hop, method, url].join(' ')).sort(),
  ];
  return JSON.stringify(said).replace(/\brun=[\w-]+/g, 'run=');
}

const isConclusive = (one: PlannedCase, evidence: Evidence | undefined): evidence is Evidence =>
  evidence !== undefined && observe(one, evidence).verdict !== 'inconclusive';

/**
 * Whether a document that reports has sent fewer reports than it has fired events. An event that is fired again, to the
 * letter and without another policy to blame, asks for no report of its own: Chromium fires two for a fetch under a
 * report-only policy, and sends one report, each time.
 */
export const lacksReports = ({ document }: PlannedCase, { reports, violations }: Evidence): boolean =>
  isToReport(document) && reports.length < reportable(document, violations);

/** How many of a document's events ask for a report: of equal ones, no more than it has policies of their disposition. */
function reportable(
  { policy, reportOnly, meta }: PlannedDocument,
  violations: Evidence['violations'],
): number {
  const equal = new Map<string, number>();
  for (const { target, fields } of violations) {
    const policies = fields.disposition === 'report' ? reportOnly.length : policy.length + meta.length;
    const text = JSON.stringify([target, fields]);
    equal.set(text, Math.min((equal.get(text) ?? 0) + 1, Math.max(policies, 1)));
  }
  return [...equal.values()].reduce((sum, times) => sum + times, 0);
}

/** Whether any policy of a document reports; a `<meta>` has no report-uri (CSP#meta-element). */
const isToReport = ({ reports, policy, reportOnly }: PlannedDocument): boolean =>
  reports === 'report-to' || (reports === 'report-uri' && policy.length + reportOnly.length > 0);
