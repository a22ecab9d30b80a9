import { UserError } from '../errors.ts';
import { loadCorpus } from '../plan/load.ts';
import { resultsSchema } from '../results/json-schema.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import type { BrowserRecord, Results } from '../results/schema.ts';
import { leftOutOfBcd, toBcd } from './bcd.ts';
import { toBugReports } from './bug.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { toVectors } from './vectors/vectors.ts';
import { toWpt } from './wpt/wpt.ts';
import { toWptReport } from './wptreport.ts';

/** An export, and what a person should know about it. */
export interface Exported {
  /** One text, or files by their paths, of characters that are a byte each. */
  text: string | Readonly<Record<string, string>>;
  note?: string;
}

/** What an export is asked for. */
export interface Asked {
  /** What was named: results, or the id of a cause, as the format has it. */
  subject: string | undefined;
  /** Gives the results, for those formats that need some. */
  load: () => Promise<Results>;
  /** The name of a browser, for a format that is about one. */
  browser?: string | undefined;
}

/** A format of `connect-src export`. */
type Format = (asked: Asked) => Promise<Exported>;

/**
 * Every format by its name: to add one, add its file and its line here. JUnit is Playwright's own reporter, and not among
 * them.
 *
 * @throws {UserError} where something must be named and is not, or is not there
 */
export const formats: Readonly<Record<string, Format>> = {
  wptreport: async ({ load, browser }) => {
    const results = await load();
    return { text: json(toWptReport(results, chooseBrowser(results, browser))) };
  },
  bcd: async ({ load }) => {
    const results = await load();
    const leftOut = leftOutOfBcd(results).join(', ');
    const note = `Left out, as browser-compat-data has no such browser: ${leftOut}`;
    return { text: json(toBcd(results)), ...(leftOut !== '' && { note }) };
  },
  markdown: async ({ load }) => ({ text: toMarkdown(await load()) }),
  csv: async ({ load }) => ({ text: toCsv(await load()) }),
  bug: async ({ subject, browser }) => {
    if (subject === undefined)
      throw new UserError('A bug report is about one cause.', 'Name it: export --format bug CAUSE');
    return { text: chooseReport(toBugReports(await loadCorpus(), subject), subject, browser) };
  },
  wpt: async ({ subject }) => ({ text: toWpt(await loadCorpus(), subject).files }),
  schema: async () => ({ text: json(resultsSchema()) }),
  vectors: async () => ({ text: layOutJson(toVectors(await loadCorpus()), 2) }),
};

function chooseBrowser({ browsers }: Results, name: string | undefined): BrowserRecord {
  const names = browsers.map((each) => each.name).join(', ');
  const [only, ...others] = name === undefined ? browsers : browsers.filter((each) => each.name === name);
  if (only !== undefined && others.length === 0) return only;
  if (name !== undefined) throw new UserError(`The results have no browser ${name}.`, `They have: ${names}.`);
  throw new UserError('A wptreport holds one browser.', `Name it with --browser: ${names}.`);
}

function chooseReport(
  reports: ReadonlyMap<string, string>,
  cause: string,
  browser: string | undefined,
): string {
  const names = [...reports.keys()].join(', ');
  const [only, ...others] = browser === undefined ? reports.values() : [reports.get(browser)];
  if (only !== undefined && others.length === 0) return only;
  const problem = browser === undefined ? 'more than one browser' : `no browser ${browser}`;
  throw new UserError(`${cause} is recorded in ${problem}.`, `Name one with --browser: ${names}.`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
