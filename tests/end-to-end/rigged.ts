import { resolveBrowser } from '../../harness/engines/find.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { expand } from '../../harness/plan/expand.ts';
import type { PlannedScenario } from '../../harness/plan/plan.ts';
import { hosts } from '../../harness/plan/world.ts';
import type { Observation, Results } from '../../harness/results/schema.ts';
import { Rig } from '../../harness/rig/rig.ts';

/** A scenario that conforms in every browser: one target listed, one not. */
export const plain = expand(
  {
    id: 'end-to-end',
    title: 'What is listed is allowed, what is not is blocked',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  'end-to-end',
  'end-to-end.ts',
);

/** Starts a rig, does something to it, and runs the plain scenario. */
export const runWith = (browser: string, tamper?: (rig: Rig) => void | Promise<void>): Promise<Results> =>
  runScenario(plain, browser, tamper);

/** Starts a rig, does something to it, and runs a scenario. */
export async function runScenario(
  scenario: PlannedScenario,
  browser: string,
  tamper: (rig: Rig) => void | Promise<void> = () => {},
): Promise<Results> {
  const rig = await Rig.start(resolveBrowser(browser));
  try {
    await tamper(rig);
    const parts = await runParts([scenario], rig, readRecorded(resolveBrowser(browser), true), {
      scenarios: [scenario],
      file: 'end-to-end.json',
      hosts,
      hash: 'end-to-end',
    });
    return parts.get(scenario.scenario.id) as Results;
  } finally {
    await rig.close();
  }
}

/** What was seen of each expected verdict. @throws where nothing was: a check of it would pass without a case */
export function seenOf(results: Results, expected: 'allowed' | 'blocked'): Observation[] {
  const seen = results.cases
    .filter((one) => one.expected === expected)
    .flatMap(({ observed }) => Object.values(observed));
  if (seen.length === 0) throw new Error(`the results hold no case that is expected to be ${expected}`);
  return seen;
}
