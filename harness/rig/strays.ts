import type { LedgerEntry, Servers } from '../../servers/index.ts';

/** More than this of one scenario are counted, not listed. */
const LISTED = 20;

/** A page of a scenario may ask for URLs of any length. */
const LONGEST_URL = 200;

/**
 * What arrived while a scenario ran and was taken for no evidence, in words: one line a method, URL and reason. Whoever
 * looks for a request that a verdict does not speak of finds it here.
 */
export function straysInWords({ ledger }: Pick<Servers, 'ledger'>): string[] {
  const times = new Map<string, number>();
  for (const entry of ledger.strays()) {
    const line = `${entry.method} ${shown(entry.url)} ${whyStray(entry, ledger.run)}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  const lines = [...times].map(([line, count]) => (count === 1 ? line : `${line}, ${count} times`));
  const rest = lines.length - LISTED;
  return rest > 0 ? [...lines.slice(0, LISTED), `${rest} more were refused`] : lines;
}

/** Why the ledger kept an arrival apart; `run` is what it had to name. */
function whyStray({ refused, run, case: caseId }: LedgerEntry, current: string | null): string {
  if (refused) return 'was refused: its host is not one of the test world';
  if (run === current) return `arrived for ${caseId}, but not at the URL that was planned`;
  if (run === null) return `named the case ${caseId} without the mark of the run`;
  return sameRig(run, current)
    ? `is of an earlier run of this browser, and late`
    : `had a mark that is not of this run`;
}

/** A mark is the rig's own token and a number: see `Rig.nextRun`. */
const sameRig = (a: string, b: string | null): boolean => b !== null && tokenOf(a) === tokenOf(b);
const tokenOf = (run: string): string => run.slice(0, run.lastIndexOf('-'));

/** A URL without the mark of a run, which differs every time. */
function shown(url: string): string {
  const text = url.replace(/([?&])run=[^&#]*&?/, '$1').replace(/[?&]$/, '');
  return text.length > LONGEST_URL ? `${text.slice(0, LONGEST_URL)}…` : text;
}
