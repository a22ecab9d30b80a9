import { contextNamed } from '../../catalogue/registry.ts';
import { UserError } from '../../errors.ts';
import { DeviationIndex } from '../../expectations/known-deviations.ts';
import { judge } from '../../judge/judge.ts';
import type { PlannedCase, PlannedScenario } from '../../plan/plan.ts';
import { reachable } from '../../plan/reachable.ts';
import { hosts as worldHosts } from '../../plan/world.ts';
import type { CaseRecord, Observation } from '../../results/schema.ts';
import { collect } from '../../rig/collect.ts';
import { Rig } from '../../rig/rig.ts';
import { remoteScript } from './remote.ts';
import { type PageByHand, sessionByHand } from './session.ts';
import { serveStartPage } from './start-page.ts';

/** A case that is being served. */
export interface ServedCase {
  /** The start page, on localhost. */
  url: string;
  /** What a driven browser is led through instead. */
  proxy: string;
  /** The page that shows the verdict, by its real name, with the ticket that nobody else has. */
  open: string;
  /** What was told in the page's name and not taken, in words. */
  refused(): readonly string[];
  /** Ends when the case has been judged once. */
  judged: Promise<Observation>;
  close(): Promise<void>;
}

/**
 * Serves one case for a person to open in any browser: opened, controlled and judged as in a run, with the verdict shown
 * in the page.
 *
 * @param hosts those of the scenarios; by default the corpus'
 * @throws UserError when no scenario has such a case, or the port of the start page cannot be had
 */
export async function serveCase(
  scenarios: readonly PlannedScenario[],
  id: string,
  port?: number,
  hosts: readonly string[] = worldHosts,
): Promise<ServedCase> {
  const { scenario, one } = find(scenarios, id);
  const origin = new URL(one.document.page).origin;
  let page: PageByHand | undefined;
  const rig = await Rig.around(
    async (servers) => {
      const session = sessionByHand(servers, origin);
      page = session.page;
      return session;
    },
    { hosts, script: remoteScript },
  );
  const open = page?.url ?? origin;
  const start = await serveStartPage(
    { title: scenario.scenario.title, open, proxy: rig.servers.proxy, hosts },
    port,
  ).catch(async (error: UserError) => {
    await rig.close();
    throw error;
  });
  const run = async () => {
    const evidence = (
      await collect([{ ...scenario, documents: [one.document], cases: [one] }], rig, reachable)
    ).get(id);
    if (evidence === undefined) throw new Error(`no evidence of ${id}`);
    const recorded = { deviations: new DeviationIndex([]), disputes: new Set<string>() };
    const { record, observation } = judge(scenario, one, evidence, recorded);
    await page?.evaluate(showing(verdictText(scenario, record, observation, page.userAgent)));
    return observation;
  };
  const judged = run();
  // Closed before anybody opened the page: whoever waits for the verdict is told, and nobody else.
  judged.catch(() => {});
  return {
    url: start.url,
    proxy: rig.servers.proxy.url,
    open,
    refused: () => page?.refused ?? [],
    judged,
    async close() {
      await start.close();
      await rig.close();
    },
  };
}

function find(
  scenarios: readonly PlannedScenario[],
  id: string,
): { scenario: PlannedScenario; one: PlannedCase } {
  for (const scenario of scenarios) {
    const one = scenario.cases.find((each) => each.id === id);
    if (one !== undefined) return { scenario, one: framed(one) };
  }
  const near =
    scenarios.find(({ scenario }) => id.startsWith(`${scenario.id}/`))?.cases[0]?.id ??
    scenarios[0]?.cases[0]?.id;
  throw new UserError(`there is no case "${id}"`, `Take the id from the report, as ${near}.`);
}

/** A page opened by hand cannot leave for another: a top-level document is shown in a frame. */
function framed(one: PlannedCase): PlannedCase {
  const frame = contextNamed('frame');
  const alone = one.document.context.opened === 'top-level' && !one.document.context.created;
  return alone && frame ? { ...one, document: { ...one.document, context: frame } } : one;
}

function verdictText(
  { scenario }: PlannedScenario,
  record: Omit<CaseRecord, 'observed'>,
  { verdict, reason, facets }: Observation,
  userAgent: string,
): string {
  const sides = Object.entries(facets).map(
    ([name, { result, spec, observed }]) =>
      `${name}: ${result}. Specification: ${spec || '–'}. Seen: ${observed || '–'}.`,
  );
  return [
    scenario.title,
    record.id,
    `${record.mechanism} to ${record.url}`,
    '',
    `expected ${record.expected} · specification ${record.spec.verdict} · observed ${verdict}`,
    reason,
    '',
    ...sides,
    '',
    userAgent,
  ].join('\n');
}

/** An expression that shows this text in the page. */
const showing = (text: string): string =>
  `(() => { const shown = document.createElement('pre'); shown.id = 'verdict'; shown.style = 'font: 15px/1.5 ui-monospace, monospace; white-space: pre-wrap; margin: 2em'; shown.textContent = ${JSON.stringify(text)}; document.body.prepend(shown); })()`;
