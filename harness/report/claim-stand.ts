import type { CaseRecord, ScenarioRecord } from '../results/schema.ts';

type Claim = NonNullable<ScenarioRecord['claim']>;

/** Whether a case bears a claim out, and what was seen instead where it does not. */
export interface Stand {
  readonly holds: boolean;
  readonly seen: string;
}

/** How the specification's answer to a case stands to a claim; null where it says nothing of it. */
export function specStand({ shows }: Claim, one: CaseRecord): Stand | null {
  if (shows === undefined) return verdictStand(one, one.spec.verdict);
  // What consoles print is left to browsers.
  if (shows.in === 'console' || one.spec.verdict !== 'blocked') return null;
  const seen = Object.values(one.observed).find(({ facets }) => facets.outcome.spec !== '')?.facets.outcome
    .spec;
  return seen === undefined ? null : { holds: seen.includes(shows.words), seen };
}

/** How what a browser did stands to a claim; null where that tells nothing: an API that is not there, no console. */
export function browserStand({ shows }: Claim, one: CaseRecord, browser: string): Stand | null {
  const observation = one.observed[browser];
  if (observation === undefined) return null;
  if (shows === undefined) return verdictStand(one, observation.verdict);
  if (observation.verdict !== 'blocked') return null;
  const { outcome, console } = observation.evidence;
  if (shows.in === 'outcome') return { holds: outcome.shape.includes(shows.words), seen: outcome.shape };
  if (console === null) return null;
  return { holds: console.some((line) => line.includes(shows.words)), seen: 'no line says so' };
}

function verdictStand({ expected }: CaseRecord, verdict: string): Stand | null {
  if (verdict === 'unsupported' || verdict === 'inconclusive') return null;
  return { holds: verdict === expected, seen: verdict };
}
