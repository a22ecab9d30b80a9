import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecordedRace, isWhole, type SoakRecord, soakRecord } from './record.ts';

/** Where records are kept. */
export const SOAK_FOLDER = path.resolve(import.meta.dirname, '../../reports/soak');

/** The page whose figure on stability is made of the newest record. */
export const README = path.resolve(import.meta.dirname, '../../README.md');

/** Every record that is kept, oldest first, with its file's name. */
export function readRecords(folder = SOAK_FOLDER): Array<{ file: string; record: SoakRecord }> {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      record: soakRecord.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
    }));
}

/** What the README says of stability: what the newest record of the whole corpus says. */
export function stability(records: ReturnType<typeof readRecords>): string {
  const newest = records.filter(({ record }) => isWhole(record) && record.runs.length > 1).at(-1);
  if (newest === undefined)
    return 'How stable verdicts are has not been recorded yet: `npm run soak -- --runs 10` does.';
  const { file, record } = newest;
  const { runs, flips, browsers } = record;
  const inconclusive = runs.flatMap(({ verdicts }) =>
    Object.values(verdicts).map((each) => each.inconclusive ?? 0),
  );
  const races = flips.filter(isRecordedRace).length;
  const memory = runs.flatMap(({ peakMemoryMiB }) => peakMemoryMiB ?? []);
  return [
    `On ${record.startedAt.slice(0, 10)}, ${runs.length} full runs in a row (${browsers.map(({ name, version }) => `${name} ${version}`).join(', ')})`,
    `judged ${number(Math.max(...runs.map(({ cases }) => cases)))} cases each:`,
    `${number(flips.length)} changed from run to run${races > 0 ? `, ${number(races)} of them a race that is recorded of its browser` : ''}, and ${number(sum(inconclusive))} verdicts were inconclusive.`,
    `Scenarios ran again ${number(sum(runs.map(({ runAgain }) => runAgain)))} times, browsers were lost`,
    `${number(sum(runs.map(({ browsersLost }) => browsersLost)))} times${
      memory.length === 0
        ? ''
        : `, and memory peaked at ${number(Math.min(...memory))} to ${number(Math.max(...memory))} MiB`
    }`,
    `([record](reports/soak/${file})).`,
  ].join('\n');
}

const BEGIN = '<!-- stability: written by `npm run soak` -->\n';
const END = '\n<!-- /stability -->';

/** A page with this text between the marks. */
export function withStability(page: string, text: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin)
    throw new Error(`README.md has no place for the figure on stability: ${BEGIN}${END}`);
  return page.slice(0, begin + BEGIN.length) + text + page.slice(end);
}

const number = (value: number): string => value.toLocaleString('en');
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
