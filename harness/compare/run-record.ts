import { z } from 'zod';
import { browserRecord, type Results } from '../results/schema.ts';
import { type Changes, changes } from './changes.ts';

/** The version of the history format; raised when an older reader would misread a newer file. */
export const HISTORY_VERSION = 1;

const deviationCounts = z.strictObject({
  security: z.number().int(),
  compatibility: z.number().int(),
  reporting: z.number().int(),
});
export type DeviationCounts = z.infer<typeof deviationCounts>;

/** What history keeps of one run: small, since it keeps what changed and not what stayed. */
export const runRecord = z.strictObject({
  historyVersion: z.literal(HISTORY_VERSION),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  generator: z.string(),
  corpus: z.strictObject({ hash: z.string(), scenarios: z.number().int(), cases: z.number().int() }),
  browsers: z.array(browserRecord),
  deviations: z
    .record(z.string(), deviationCounts)
    .describe('By browser: cases that deviate, by what that means'),
  changes: changes.nullable().describe('Against the run before; null for the first'),
});
export type RunRecord = z.infer<typeof runRecord>;

/** Makes the record of a run out of its results and of what changed in it since the run before. */
export function recordRun(results: Results, since: Changes | null): RunRecord {
  return {
    historyVersion: HISTORY_VERSION,
    startedAt: results.startedAt,
    finishedAt: results.finishedAt,
    generator: results.generator,
    corpus: { hash: results.corpus.hash, scenarios: results.corpus.scenarios, cases: results.cases.length },
    browsers: results.browsers,
    deviations: countDeviations(results),
    changes: since,
  };
}

/** How many cases deviate in each browser, known or new, by what the deviation means to a reader. */
export function countDeviations(results: Results): Record<string, DeviationCounts> {
  const counts: Record<string, DeviationCounts> = Object.fromEntries(
    results.browsers.map(({ name }) => [name, { security: 0, compatibility: 0, reporting: 0 }]),
  );
  for (const { observed } of results.cases) {
    for (const [browser, { kind, facets }] of Object.entries(observed)) {
      const deviates = Object.values(facets).some((facet) => facet.result === 'deviates');
      const ofBrowser = counts[browser];
      if (deviates && kind !== undefined && ofBrowser !== undefined) ofBrowser[kind] += 1;
    }
  }
  return counts;
}
