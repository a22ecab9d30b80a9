import { UserError } from '../errors.ts';
import { SignatureIndex } from '../expectations/known-deviations.ts';
import type { Reproductions } from '../expectations/reproductions-file.ts';
import type { Explorable } from './look.ts';

/** What is known, without some of its causes; and these, to be told when they are found again. */
export interface Remembered {
  browsers: Explorable[];
  reproductions: Reproductions;
  forgotten: Reproductions;
}

/**
 * Takes causes out of what is known, so that it can be seen whether an exploration finds them by itself.
 *
 * @throws {UserError} for a cause of which no browser here has a smallest document
 */
export function forget(
  causes: readonly string[],
  browsers: readonly Explorable[],
  reproductions: Reproductions,
): Remembered {
  const here = new Set(browsers.map(({ name }) => name));
  const forgotten = reproductions.filter(({ cause, browser }) => causes.includes(cause) && here.has(browser));
  const unknown = causes.find((id) => !forgotten.some(({ cause }) => cause === id));
  if (unknown !== undefined)
    throw new UserError(
      `--forget: ${[...here].join(', ')}: no smallest document of a cause "${unknown}" is recorded`,
      'Use a cause that scenarios/expectations/reproductions.json names for one of these browsers.',
    );
  return {
    browsers: browsers.map((browser) => {
      const known = browser.recorded.known.filter(({ id }) => !causes.includes(id));
      return { ...browser, recorded: { ...browser.recorded, known, deviations: new SignatureIndex(known) } };
    }),
    reproductions: reproductions.filter(({ cause }) => !causes.includes(cause)),
    forgotten,
  };
}
