import { UserError } from '../errors.ts';
import type { PlannedScenario } from './plan.ts';

/** Holds the ids of the only cases that are to be run, as a JSON array. */
export const CASES_VARIABLE = 'CONNECT_SRC_CASES';

/**
 * The scenarios with those of their cases only that the environment names; all of them where it names none.
 *
 * @throws {UserError} where it is no array of ids, or a case is not there
 */
export function chosenCases(
  scenarios: PlannedScenario[],
  env: NodeJS.ProcessEnv = process.env,
): PlannedScenario[] {
  const text = env[CASES_VARIABLE] ?? '';
  if (text === '') return scenarios;
  const wanted = new Set(idsIn(text));
  const chosen = scenarios
    .map((scenario) => ({ ...scenario, cases: scenario.cases.filter(({ id }) => wanted.has(id)) }))
    .filter(({ cases }) => cases.length > 0);
  const there = new Set(chosen.flatMap(({ cases }) => cases.map(({ id }) => id)));
  const absent = [...wanted].find((id) => !there.has(id));
  if (absent === undefined) return chosen;
  throw new UserError(`${CASES_VARIABLE}: there is no case ${absent}`, 'Take the id from a report');
}

function idsIn(text: string): string[] {
  try {
    const ids: unknown = JSON.parse(text);
    if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
  } catch {
    // Said below.
  }
  throw new UserError(`${CASES_VARIABLE}: it is no array of case ids`, 'Write it as JSON: ["scenario/…"]');
}
