import type { CaseRecord, ScenarioRecord } from '../results/schema.ts';
import type { Finding } from './findings.ts';
import type { Report } from './report.ts';
import { Tally } from './tally.ts';

/** One row of a matrix: a scenario, and what each browser did with those of its cases that the group is about. */
export interface Row {
  readonly scenario: ScenarioRecord;
  readonly tallies: Map<string, Tally>;
}

/** A group of rows, with the tallies of all of them together. */
export interface Group {
  readonly name: string;
  readonly rows: Map<string, Row>;
  readonly tallies: Map<string, Tally>;
}

/** The ways a matrix can be grouped, with the page each is on. */
export const groupings = [
  { by: 'rule', file: 'matrix.html' },
  { by: 'mechanism', file: 'matrix-by-mechanism.html' },
  { by: 'context', file: 'matrix-by-context.html' },
  { by: 'deviation', file: 'matrix-by-deviation.html' },
] as const;
export type Grouping = (typeof groupings)[number]['by'];

/** The groups of a grouping, in the order of the results. */
export function groupRows(report: Report, by: Grouping, findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  const causes = by === 'deviation' ? causesOf(findings) : null;
  for (const { scenario, cases } of report.scenarios) {
    for (const one of cases) {
      for (const name of groupsOf(report, one, scenario, by, causes))
        addCase(report, groups, name, scenario, one);
    }
    if (by === 'rule' && cases.length === 0) rowOf(report, groupOf(report, groups, scenario.rule), scenario);
  }
  const sorted = [...groups.values()];
  return by === 'rule' || by === 'deviation' ? sorted : sorted.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function groupsOf(
  report: Report,
  one: CaseRecord,
  scenario: ScenarioRecord,
  by: Grouping,
  causes: ReadonlyMap<CaseRecord, ReadonlySet<string>> | null,
): Iterable<string> {
  switch (by) {
    case 'rule':
      return [scenario.rule];
    case 'mechanism':
      return [one.mechanism];
    case 'context':
      return [report.documentOf(one)?.context ?? 'unknown context'];
    case 'deviation':
      return causes?.get(one) ?? [];
  }
}

function causesOf(findings: readonly Finding[]): Map<CaseRecord, Set<string>> {
  const causes = new Map<CaseRecord, Set<string>>();
  for (const { sentence, cases } of findings) {
    for (const one of cases) {
      const of = causes.get(one) ?? new Set<string>();
      causes.set(one, of.add(sentence));
    }
  }
  return causes;
}

const talliesFor = (report: Report) => new Map(report.browsers.map(({ name }) => [name, new Tally()]));

function groupOf(report: Report, groups: Map<string, Group>, name: string): Group {
  const group = groups.get(name) ?? { name, rows: new Map(), tallies: talliesFor(report) };
  groups.set(name, group);
  return group;
}

/** The row of a scenario in a group. A scenario that a browser has no result for says so, once. */
function rowOf(report: Report, group: Group, scenario: ScenarioRecord): Row {
  const existing = group.rows.get(scenario.id);
  if (existing) return existing;
  const row = { scenario, tallies: talliesFor(report) };
  for (const { name } of report.browsers) {
    if (report.missing(scenario.id, name) === null) continue;
    row.tallies.get(name)?.addMark('missing');
    group.tallies.get(name)?.addMark('missing');
  }
  group.rows.set(scenario.id, row);
  return row;
}

function addCase(
  report: Report,
  groups: Map<string, Group>,
  name: string,
  scenario: ScenarioRecord,
  one: CaseRecord,
): void {
  const group = groupOf(report, groups, name);
  const row = rowOf(report, group, scenario);
  for (const browser of report.browsers) {
    const observation = one.observed[browser.name];
    if (observation) {
      row.tallies.get(browser.name)?.add(observation);
      group.tallies.get(browser.name)?.add(observation);
    } else if (report.missing(scenario.id, browser.name) === null) {
      row.tallies.get(browser.name)?.addMark('missing');
      group.tallies.get(browser.name)?.addMark('missing');
    }
  }
}
