import type { BrowserRecord } from '../judgement/results.ts';
import type { Standing, Transition } from './changes.ts';
import type { DeviationCounts, RunRecord } from './run-record.ts';

/** Past runs, oldest first. */
export interface History {
  runs: RunRecord[];
}

/** A transition of one case, with the day it was first seen on and the version it was seen in. */
export interface DatedTransition {
  at: string;
  browser: string;
  version: string;
  kind: Transition['kind'];
  direction: Transition['direction'];
  from: Standing | null;
  to: Standing | null;
}

/** What became of one case over all runs, oldest first; empty where it never changed. */
export function transitionsOf(history: History, caseId: string): DatedTransition[] {
  return history.runs.flatMap((run) =>
    (run.changes?.transitions ?? [])
      .filter((each) => each.case === caseId)
      .map(({ browser, kind, direction, from, to }) => ({
        at: run.startedAt,
        browser,
        version: versionIn(run, browser),
        kind,
        direction,
        from,
        to,
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
