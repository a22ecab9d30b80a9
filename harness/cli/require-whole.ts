import { UserError } from '../errors.ts';
import type { Corpus } from '../plan/load.ts';
import type { Results } from '../results/schema.ts';
import type { Status } from '../results/verdict.ts';

/** A case that stands so tells nothing that could be recorded. */
const undecided: ReadonlySet<Status> = new Set(['inconclusive', 'unstable']);

/**
 * Refuses results that lack a scenario in some browser.
 *
 * @throws {UserError} naming some of what is missing, and why it is
 */
export function requireNoGaps({ missing }: Results): void {
  if (missing.length === 0) return;
  const gaps = missing.map(({ scenario, browser, reason }) => `${browser}, ${scenario}: ${reason}`);
  throw new UserError(
    `The run gave no result of ${missing.length} scenarios:\n${someOf(gaps)}`,
    'Remove the cause, and run all of it again.',
  );
}

/**
 * Refuses results that are not those of the whole corpus with a verdict on every case in every browser: a part of it
 * would wipe out what is recorded of the rest.
 *
 * @throws {UserError} naming some of what is not as it should be
 */
export function requireWhole(
  results: Results,
  { hash, scenarios }: Pick<Corpus, 'hash' | 'scenarios'>,
): void {
  if (results.corpus.hash !== hash)
    throw new UserError(
      'These are not the results of the corpus as it stands.',
      'Run all of it first: npx connect-src run',
    );
  requireNoGaps(results);
  const seen = new Map(results.cases.map(({ id, observed }) => [id, observed]));
  const open = scenarios.flatMap(({ cases }) =>
    cases.flatMap(({ id }) =>
      results.browsers.flatMap(({ name }) => {
        const status = seen.get(id)?.[name]?.status ?? 'no result';
        return status === 'no result' || undecided.has(status) ? [`${name}, ${id}: ${status}`] : [];
      }),
    ),
  );
  if (open.length === 0) return;
  throw new UserError(
    `There is no verdict to record on ${open.length} cases:\n${someOf(open)}`,
    'Run all of it again: npx connect-src run',
  );
}

const SHOWN = 5;

/** The first few, a line each, and how many there are beside them. */
function someOf(lines: readonly string[]): string {
  const rest = lines.length - SHOWN;
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return [...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n');
}
