import { browserRecord, type Results } from './schema.ts';

/** An argument as a POSIX shell reads it back. */
export function shellQuote(argument: string): string {
  return /^[\w./:@%+=,-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`;
}

/** The browsers that a run has where nothing else is said: they are called as their engines are. */
const defaultBrowsers: readonly string[] = browserRecord.shape.engine.options;

/**
 * The command that runs a scenario again, alone, in one browser.
 *
 * Playwright looks for the text in project, file and title, joined by spaces, and titles begin with the id and a colon:
 * with the space before it and the colon after it, no other scenario has it.
 *
 * @param corpus the results': where its scenarios are a file from outside, the command names it
 * @param place where the browser is, as `CONNECT_SRC_BROWSERS` has it; absent where it is found by its name
 */
export function rerunCommand(
  scenario: string,
  browser: string,
  { file }: Results['corpus'],
  place?: string,
): string {
  const named = place === undefined ? browser : `${browser}=${place}`;
  return [
    ...(defaultBrowsers.includes(named) ? [] : [`CONNECT_SRC_BROWSERS=${shellQuote(named)}`]),
    ...(file === undefined ? [] : [`CONNECT_SRC_SCENARIOS=${shellQuote(file)}`]),
    `npx playwright test --project=${shellQuote(browser)} --grep ${shellQuote(` ${scenario}:`)}`,
  ].join(' ');
}

/** The command that serves a case on localhost, for a person to open in any browser; `corpus` as above. */
export function serveCommand(caseId: string, { file }: Results['corpus']): string {
  const scenarios = file === undefined ? '' : ` --scenarios ${shellQuote(file)}`;
  return `npx connect-src serve ${shellQuote(caseId)}${scenarios}`;
}
