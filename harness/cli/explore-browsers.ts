import type { BrowserChoice } from '../engines/find.ts';
import { UserError } from '../errors.ts';
import { readRediscoveries, readReproductions } from '../expectations/reproductions-file.ts';
import { type Exploration, explore } from '../explore/explore.ts';
import { forget } from '../explore/forget.ts';
import { closeBrowsers, startBrowsers } from './start-browsers.ts';

/**
 * Starts browsers, explores in them, and closes them. Progress goes to standard error, the seed first.
 *
 * @param forgotten causes that are taken for new
 * @param keep is given all that was found so far, after each round
 * @throws {UserError} where a browser does not start, or a cause is not known
 */
export async function exploreBrowsers(
  choices: readonly BrowserChoice[],
  { seed, minutes, forgotten = [] }: { seed: number; minutes: number; forgotten?: readonly string[] },
  keep: (found: Exploration) => void = () => {},
): Promise<Exploration> {
  const reproductions = [...readReproductions(), ...readRediscoveries()];
  const browsers = await startBrowsers(choices);
  try {
    const known = forget(forgotten, browsers, reproductions);
    const tell = (line: string) => console.error(line);
    tell(`Exploring for ${minutes} minutes from seed ${seed}`);
    return await explore(known.browsers, { ...known, seed, minutes }, { tell, keep });
  } finally {
    await closeBrowsers(browsers);
  }
}

/** The number of minutes that was given with an option. @throws {UserError} where it is none */
export function minutesOf(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UserError(`${name}: "${text}" is no number above 0`, `Write ${name} 10.`);
}
