import { runParts } from '../../judge/part.ts';
import { merge } from '../../results/merge.ts';
import type { Results } from '../../results/schema.ts';
import type { StartedBrowser } from '../start-browsers.ts';
import type { PlannedQuestion } from './plan-question.ts';

/**
 * Tries a question in all browsers at once. In this process: a runner of tests around so few cases would take longer than
 * the cases.
 */
export async function runQuestion(
  { scenario, corpus }: PlannedQuestion,
  browsers: readonly StartedBrowser[],
): Promise<Results> {
  const parts = await Promise.all(
    browsers.map(async ({ name, rig, recorded }) => ({
      name,
      results: (await runParts([scenario], rig, recorded, corpus)).get(scenario.scenario.id) as Results,
    })),
  );
  return merge(parts);
}
