import type { RecordedDeviation } from '../expectations/known-deviations.ts';
import { lineOf } from '../results/seen-line.ts';

/** The case that stands for a recorded deviation in a timeline, and the line by which it shows it. */
export interface Witness {
  deviation: string;
  case: string;
  line: string;
}

/** One witness for each deviation: of its most frequent line, a case that stands for others too, where there is one. */
export function witnessesOf(deviations: readonly RecordedDeviation[]): Witness[] {
  const candidates = deviations.map(({ id, facet, observed }) => ({
    id,
    shows: Object.entries(observed).flatMap(([line, scenarios]) =>
      Object.entries(scenarios).flatMap(([scenario, rest]) =>
        rest.map((one) => ({ case: `${scenario}/${one}`, line: lineOf(facet, line) })),
      ),
    ),
  }));
  const uses = new Map<string, number>();
  for (const { shows } of candidates)
    for (const id of new Set(shows.map((one) => one.case))) uses.set(id, (uses.get(id) ?? 0) + 1);
  const chosen = new Set<string>();
  return candidates.flatMap(({ id, shows }) => {
    const lines = new Map<string, number>();
    for (const { line } of shows) lines.set(line, (lines.get(line) ?? 0) + 1);
    const [best] = [...shows].sort(
      (a, b) =>
        (lines.get(b.line) ?? 0) - (lines.get(a.line) ?? 0) ||
        Number(chosen.has(b.case)) - Number(chosen.has(a.case)) ||
        (uses.get(b.case) ?? 0) - (uses.get(a.case) ?? 0) ||
        (a.case < b.case ? -1 : 1),
    );
    if (best === undefined) return [];
    chosen.add(best.case);
    return [{ deviation: id, ...best }];
  });
}

/** A case as far as it can stand for its mechanism. */
interface Candidate {
  id: string;
  mechanism: { name: string };
  document: {
    context: { name: string };
    allowlist: readonly string[];
    allowlistReportOnly: readonly string[];
  };
  expected: string;
  target: { redirects: readonly unknown[] };
}

/**
 * The case that stands for each mechanism that a policy can block, by the mechanism's name: the first plain one that it has
 * to block, in a frame and with no redirect. What a Connection-Allowlist blocks says nothing of policies.
 */
export function mechanismCases(cases: readonly Candidate[]): Record<string, string> {
  const plain = cases
    .filter(({ expected, target }) => expected === 'blocked' && target.redirects.length === 0)
    .filter(({ document }) => ['document', 'frame'].includes(document.context.name))
    .filter(({ document }) => document.allowlist.length + document.allowlistReportOnly.length === 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = new Map<string, string>();
  for (const { id, mechanism } of plain) if (!first.has(mechanism.name)) first.set(mechanism.name, id);
  return Object.fromEntries([...first].sort(([, a], [, b]) => (a < b ? -1 : 1)));
}
