import { resolveBrowser } from '../../harness/engines/find.ts';
import { Rig } from '../../harness/evidence/rig.ts';
import { readRecorded } from '../../harness/judgement/recorded.ts';
import type { Observation, Results } from '../../harness/judgement/results.ts';
import { expand } from '../../harness/plan/expand.ts';
import { runPart } from '../../harness/run/part.ts';

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
export async function runWith(
  browser: string,
  tamper: (rig: Rig) => void | Promise<void> = () => {},
): Promise<Results> {
  const rig = await Rig.start(resolveBrowser(browser));
  try {
    await tamper(rig);
    return await runPart(plain, rig, readRecorded(resolveBrowser(browser), true), {
      scenarios: [plain],
      file: 'end-to-end.json',
      hash: 'end-to-end',
    });
  } finally {
    await rig.close();
  }
}

/** What was seen of each expected verdict. */
export function seenOf(results: Results, expected: 'allowed' | 'blocked'): Observation[] {
  return results.cases
    .filter((one) => one.expected === expected)
    .flatMap(({ observed }) => Object.values(observed));
}
