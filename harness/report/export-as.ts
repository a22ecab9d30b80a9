import { UserError } from '../errors.ts';
import type { BrowserRecord, Results } from '../judgement/results.ts';
import { leftOutOfBcd, toBcd } from './exports/bcd.ts';
import { toCsv } from './exports/csv.ts';
import { toMarkdown } from './exports/markdown.ts';
import { toWptReport } from './exports/wptreport.ts';
import { resultsSchema } from './results-schema.ts';

/** The formats of `connect-src export`. JUnit is Playwright's own reporter, and not among them. */
export const exportFormats = ['wptreport', 'bcd', 'markdown', 'csv', 'schema'];

/** The text of an export, and what a person should know about it. */
export interface Exported {
  text: string;
  note?: string;
}

/**
 * @param format one of {@link exportFormats}
 * @param load gives the results; `schema` needs none
 * @param browser the browser a format that holds only one is about
 * @throws {UserError} where that browser is not named, or not in the results
 */
export async function exportAs(
  format: string,
  load: () => Promise<Results>,
  browser: string | undefined,
): Promise<Exported> {
  if (format === 'schema') return { text: json(resultsSchema()) };
  const results = await load();
  if (format === 'csv') return { text: toCsv(results) };
  if (format === 'markdown') return { text: toMarkdown(results) };
  if (format === 'wptreport') return { text: json(toWptReport(results, chooseBrowser(results, browser))) };
  const leftOut = leftOutOfBcd(results);
  return {
    text: json(toBcd(results)),
    ...(leftOut.length > 0 && {
      note: `Left out, as browser-compat-data has no such browser: ${leftOut.join(', ')}`,
    }),
  };
}

function chooseBrowser({ browsers }: Results, name: string | undefined): BrowserRecord {
  const names = browsers.map((each) => each.name).join(', ');
  const [only, ...others] = name === undefined ? browsers : browsers.filter((each) => each.name === name);
  if (only !== undefined && others.length === 0) return only;
  if (name !== undefined) throw new UserError(`The results have no browser ${name}.`, `They have: ${names}.`);
  throw new UserError('A wptreport holds one browser.', `Name it with --browser: ${names}.`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
