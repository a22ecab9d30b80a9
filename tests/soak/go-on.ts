import { UserError } from '../../harness/errors.ts';
import type { SoakRecord } from './record.ts';
import type { readRecords } from './stability.ts';

/**
 * The newest record that was asked for the same and has fewer runs than are asked for now.
 *
 * @throws UserError where there is none
 */
export function toGoOnWith(
  records: ReturnType<typeof readRecords>,
  corpus: string,
  asked: SoakRecord['asked'],
): SoakRecord {
  const alike = ({ record }: { record: SoakRecord }) =>
    record.corpus === corpus &&
    record.first !== undefined &&
    record.runs.length < asked.runs &&
    JSON.stringify({ ...record.asked, runs: 0 }) === JSON.stringify({ ...asked, runs: 0 });
  const found = records.filter(alike).at(-1)?.record;
  if (found === undefined)
    throw new UserError(
      `There is no record of this corpus with fewer than ${asked.runs} runs to go on with.`,
      'Start one without --continue.',
    );
  return { ...found, asked };
}

/**
 * Another version may see another thing, and that would be no flip.
 *
 * @throws UserError where a browser is not the one that the record is of
 */
export function requireSame(recorded: SoakRecord['browsers'], now: SoakRecord['browsers']): void {
  const inWords = (browsers: SoakRecord['browsers']) =>
    browsers.map(({ name, version }) => `${name} ${version}`).join(', ');
  if (inWords(recorded) !== inWords(now))
    throw new UserError(
      `The record is of ${inWords(recorded)}; this run was of ${inWords(now)}.`,
      'Start a new one without --continue.',
    );
}
