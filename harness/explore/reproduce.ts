import type { KnownDeviation } from '../expectations/known-deviations.ts';
import type { Reproductions } from '../expectations/reproductions-file.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { questionOf } from '../plan/question.ts';
import { explain } from '../spec/explain.ts';
import { type Explored, only, playable } from './document.ts';
import { type Explorable, targetOf } from './look.ts';
import { type Probe, specificationProbe } from './probe.ts';
import { shrink } from './shrink.ts';
import { size } from './simpler.ts';

/** How many of a cause's cases are tried as the start, the simplest first. */
const STARTS = 3;

/**
 * Finds the smallest document that shows a recorded cause in a browser: shrunk from the simplest of its cases.
 *
 * @param browser one of which nothing is recorded, so that nothing it shows is taken for explained
 * @param scenarios the corpus, by scenario id
 * @returns null where none of its cases shows it alone
 */
export async function reproduce(
  browser: Explorable,
  deviation: KnownDeviation,
  scenarios: ReadonlyMap<string, PlannedScenario>,
): Promise<Reproductions[number] | null> {
  for (const { document, probe } of startsOf(browser, deviation, scenarios).slice(0, STARTS)) {
    if (!(await probe.shows([document]))[0]) continue;
    return {
      cause: deviation.id,
      browser: browser.name,
      version: browser.rig.identity.version,
      says: probe.says,
      document: await shrink(document, probe.shows),
    };
  }
  return null;
}

/** The cases of a cause as documents with one connection, the simplest first. */
function startsOf(
  browser: Explorable,
  { facet, observed }: KnownDeviation,
  scenarios: ReadonlyMap<string, PlannedScenario>,
): { document: Explored; probe: Probe }[] {
  const starts = Object.entries(observed).flatMap(([line, cases]) =>
    Object.entries(cases).flatMap(([id, rests]) =>
      rests.flatMap((rest) => {
        const scenario = scenarios.get(id);
        const one = scenario?.cases.find((each) => each.id === `${id}/${rest}`);
        if (scenario === undefined || one === undefined) return [];
        const { verdict } = explain(questionOf(one));
        const document = alone(scenario, one);
        return [{ document, probe: specificationProbe(browser, facet, line, { spec: verdict }) }];
      }),
    ),
  );
  return starts
    .filter(({ document }) => playable(document))
    .sort((one, other) => size(one.document) - size(other.document));
}

/** A case of the corpus as a document of its own. */
function alone(scenario: PlannedScenario, one: PlannedCase): Explored {
  const source = scenario.scenario.documents[scenario.documents.indexOf(one.document)];
  const { allows, blocks, refuses, by, policy, reportOnly, meta, ...rest } = source ?? { by: '' };
  const lists = { policy, reportOnly, meta };
  const delivered = Object.fromEntries(
    Object.entries(lists).flatMap(([name, texts]) => (texts === undefined ? [] : [[name, [texts].flat()]])),
  );
  return only({ ...rest, ...delivered, by, targets: [] }, one.mechanism.name, targetOf(one.target));
}
