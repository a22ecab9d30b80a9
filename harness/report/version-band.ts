import type { TimelineRecord } from '../results/schema.ts';
import { lacks, readLine } from '../results/seen-line.ts';
import { spanOf as spanOfTold, type VersionSpan } from '../results/span.ts';
import type { Mark } from './marks.ts';

/** What one version shows. */
export interface Answer {
  /** Null where there is nothing to remark. */
  mark: Mark | null;
  words: string;
}

/** One version in a row: measured, taken to be as the versions around it, or not known. */
export interface VersionCell {
  name: string;
  how: 'measured' | 'taken' | 'unknown';
  answer: Answer | null;
}

/** What it says of a version that could not tell. */
const UNCLEAR: Answer = { mark: 'inconclusive', words: 'could not tell' };

/**
 * What a recorded deviation shows in each version.
 *
 * @param kind the mark of the deviation
 */
export function deviationBand(
  { range, seen }: TimelineRecord,
  witness: TimelineRecord['deviations'][number],
  kind: Mark,
): VersionCell[] {
  return bandOf(range, (name) => {
    const lines = seen[witness.case]?.[name];
    if (!lines) return lines;
    if (lines.includes(witness.line)) return { mark: kind, words: 'shown' };
    return lacks(lines)
      ? { mark: 'unsupported', words: 'lacks what is tested' }
      : { mark: null, words: 'not shown' };
  });
}

/**
 * What a mechanism does in each version where connect-src is to block it.
 *
 * @param id the case that stands for it
 */
export function mechanismBand({ range, seen }: TimelineRecord, id: string): VersionCell[] {
  return bandOf(range, (name) => {
    const lines = seen[id]?.[name];
    if (!lines) return lines;
    if (lacks(lines)) return { mark: 'unsupported', words: 'unsupported' };
    if (lines.some((line) => readLine(line).facet === 'enforcement'))
      return { mark: 'security', words: 'not blocked' };
    if (lines.length === 0) return { mark: 'conforms', words: 'blocked' };
    const mark = lines.some((line) => readLine(line).facet === 'outcome') ? 'compatibility' : 'reporting';
    return { mark, words: `blocked; ${lines.join('; ')}` };
  });
}

/**
 * Fills in the versions that bisection left out: between two that show the same, they are taken to show it as well.
 *
 * @param answerOf what was measured; null: it could not be told; undefined: it was not measured
 */
function bandOf(
  range: readonly string[],
  answerOf: (name: string) => Answer | null | undefined,
): VersionCell[] {
  const answers = range.map((name) => ({ name, answer: answerOf(name) }));
  return answers.map(({ name, answer }, index) => {
    if (answer === null) return { name, how: 'measured', answer: UNCLEAR };
    if (answer !== undefined) return { name, how: 'measured', answer };
    const before = answers.slice(0, index).findLast((one) => one.answer)?.answer;
    const after = answers.slice(index).find((one) => one.answer)?.answer;
    const same = before && after && before.mark === after.mark && before.words === after.words;
    return same ? { name, how: 'taken', answer: before } : { name, how: 'unknown', answer: null };
  });
}

/**
 * From which version to which a row says something, as far as it was measured; null where no version does.
 *
 * @param versionOf the version that a name stands for
 */
export const spanOf = (
  cells: readonly VersionCell[],
  says: (answer: Answer) => boolean,
  versionOf: (name: string) => string,
): VersionSpan | null =>
  spanOfTold(
    cells.flatMap(({ name, how, answer }) =>
      how === 'measured' && answer && answer !== UNCLEAR
        ? [{ version: versionOf(name), shows: says(answer), lacks: answer.mark === 'unsupported' }]
        : [],
    ),
  );
