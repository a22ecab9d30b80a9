import type { CaseRecord, Results } from '../results/schema.ts';
import type { Changes, Transition } from './changes.ts';
import { compareStates, stateOf } from './compare-states.ts';

/**
 * What changed from one run to another. Pure: the same two results always give the same changes.
 * Runs of different corpora can be compared; cases that only one of them knows are named as such.
 */
export function diff(before: Results, after: Results): Changes {
  const casesBefore = new Map(before.cases.map((record) => [record.id, record]));
  const casesAfter = new Map(after.cases.map((record) => [record.id, record]));
  const shared = [...casesBefore.values()].flatMap((old) => {
    const now = casesAfter.get(old.id);
    return now === undefined ? [] : [{ old, now }];
  });
  return {
    from: markOf(before),
    to: markOf(after),
    browsers: browserChanges(before, after),
    added: onlyIn(casesAfter, casesBefore),
    removed: onlyIn(casesBefore, casesAfter),
    redefined: redefinedCases(shared),
    missing: newlyMissing(before, after),
    transitions: transitions(before, after, shared),
  };
}

interface CasePair {
  old: CaseRecord;
  now: CaseRecord;
}

function markOf(results: Results): Changes['from'] {
  return { startedAt: results.startedAt, generator: results.generator, corpus: results.corpus.hash };
}

function browserChanges(before: Results, after: Results): Changes['browsers'] {
  const names = new Set([...before.browsers, ...after.browsers].map((browser) => browser.name));
  return [...names].sort().flatMap((name) => {
    const from = before.browsers.find((browser) => browser.name === name) ?? null;
    const to = after.browsers.find((browser) => browser.name === name) ?? null;
    const same = JSON.stringify(from) === JSON.stringify(to);
    return same ? [] : [{ name, from, to }];
  });
}

function onlyIn(these: Map<string, unknown>, those: Map<string, unknown>): string[] {
  return [...these.keys()].filter((id) => !those.has(id)).sort();
}

function redefinedCases(shared: CasePair[]): Changes['redefined'] {
  return shared
    .filter(({ old, now }) => old.expected !== now.expected || old.spec.verdict !== now.spec.verdict)
    .map(({ old, now }) => ({
      case: now.id,
      from: { expected: old.expected, spec: old.spec.verdict },
      to: { expected: now.expected, spec: now.spec.verdict },
    }))
    .sort(by((each) => each.case));
}

function newlyMissing(before: Results, after: Results): Changes['missing'] {
  const known = new Set(before.missing.map(gapKey));
  return after.missing.filter((gap) => !known.has(gapKey(gap))).sort(by(gapKey));
}

/** Only browsers of both runs have transitions: a browser that one of them left out has changed nothing. */
function transitions(before: Results, after: Results, shared: CasePair[]): Transition[] {
  const namesBefore = new Set(before.browsers.map((browser) => browser.name));
  const names = after.browsers.map((browser) => browser.name).filter((name) => namesBefore.has(name));
  const gaps = new Set(after.missing.map(gapKey));
  const found = shared.flatMap(({ old, now }) =>
    names
      .filter((browser) => !gaps.has(gapKey({ scenario: now.scenario, browser })))
      .flatMap((browser): Transition[] => {
        const change = compareStates(stateOf(old.observed[browser]), stateOf(now.observed[browser]));
        return change === null
          ? []
          : [{ case: now.id, mechanism: now.mechanism, url: now.url, browser, ...change }];
      }),
  );
  return found.sort(by((each) => `${each.browser} ${each.case}`));
}

/** A pair that has no result now is in `missing`; its cases are not told one by one. */
function gapKey(gap: { scenario: string; browser: string }): string {
  return `${gap.browser} ${gap.scenario}`;
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
