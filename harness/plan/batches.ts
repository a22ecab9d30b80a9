import { isNetworkUrl } from './address.ts';
import { MOST_SESSIONS, sessionsOf } from './checks/web-transport.ts';
import type { PlannedScenario } from './plan.ts';

/**
 * About what a batch costs. With more, more cases share their controls and their waits; with less, less is lost with a
 * browser, and the batches of a run are spread more evenly.
 */
const BATCH = 100;

/** In how many batches scenarios are at least, where there are so many: workers and shards share them out. */
const LEAST = 8;

/** What a connection costs beside a document: browsers open some 50 documents a second, and 400 connections. */
const CONNECTION = 1 / 8;

/** Expected cost of a scenario: about that of opening so many documents. A case with a local target has one of its own. */
export const costOf = ({ cases, documents }: PlannedScenario): number =>
  documents.length +
  cases.filter(({ target }) => !isNetworkUrl(target.url)).length +
  cases.length * CONNECTION;

/**
 * Puts scenarios into batches of about the same cost, which run together in one browser: neighbours of the corpus, for
 * they have more controls in common. The batches come in an order in which cost grows evenly with the number of
 * scenarios, since Playwright makes its shards of equal numbers of tests in their order.
 */
export function batches(scenarios: readonly PlannedScenario[]): PlannedScenario[][] {
  const all: PlannedScenario[][] = [];
  const full = Math.min(BATCH, costOfAll(scenarios) / LEAST);
  for (const scenario of scenarios) {
    const last = all.at(-1);
    if (last && costOfAll(last) < full && haveUdpPorts([...last, scenario])) last.push(scenario);
    else all.push([scenario]);
  }
  return evenly(all);
}

const haveUdpPorts = (batch: readonly PlannedScenario[]): boolean =>
  sum(batch.map(sessionsOf)) <= MOST_SESSIONS;

const costOfAll = (scenarios: readonly PlannedScenario[]): number => sum(scenarios.map(costOf));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Takes as the next batch always the one after which cost and number of scenarios are nearest to their ratio in all. */
function evenly(batches: readonly PlannedScenario[][]): PlannedScenario[][] {
  const all = batches.flat();
  const perScenario = costOfAll(all) / all.length;
  const left = batches.map((batch) => ({ batch, excess: costOfAll(batch) - batch.length * perScenario }));
  const ordered: PlannedScenario[][] = [];
  for (let excess = 0; left.length > 0; ) {
    const distances = left.map((one) => Math.abs(excess + one.excess));
    const [next] = left.splice(distances.indexOf(Math.min(...distances)), 1);
    ordered.push(next?.batch ?? []);
    excess += next?.excess ?? 0;
  }
  return ordered;
}
