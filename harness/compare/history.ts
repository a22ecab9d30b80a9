import type { BrowserRecord } from '../results/schema.ts';
import type { Transition } from './changes.ts';
import type { DeviationCounts, RunRecord } from './run-record.ts';

/** Past runs, oldest first. */
export interface History {
  runs: RunRecord[];
}

/** A transition of one case, with the start of the run it was first seen in and the version it was seen in. */
export interface DatedTransition extends Transition {
  at: string;
  version: string;
}

/** What became of each case over all runs, oldest first. */
export function datedTransitions(history: History): DatedTransition[] {
  return history.runs.flatMap((run) =>
    (run.changes?.transitions ?? []).map((one) => ({
      ...one,
      at: run.startedAt,
      version: versionIn(run, one.browser),
    })),
  );
}

/** The deviations of one browser at each run it took part in, oldest first. */
export interface DeviationSeries {
  browser: string;
  points: Array<{ at: string; version: string; counts: DeviationCounts }>;
}

/** Deviations over time, one series a browser, by name. */
export function deviationsOverTime(history: History): DeviationSeries[] {
  const names = new Set(history.runs.flatMap((run) => run.browsers.map((browser) => browser.name)));
  return [...names].sort().map((browser) => ({
    browser,
    points: history.runs.flatMap((run) => {
      const counts = run.deviations[browser];
      return counts === undefined ? [] : [{ at: run.startedAt, version: versionIn(run, browser), counts }];
    }),
  }));
}

function versionIn(run: { browsers: BrowserRecord[] }, name: string): string {
  return run.browsers.find((browser) => browser.name === name)?.version ?? 'not run';
}
