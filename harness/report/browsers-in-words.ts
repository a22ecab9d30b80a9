import type { BrowserRecord } from '../results/schema.ts';
import { listed } from './text.ts';

/** How many browsers of an engine are named one by one. */
const NAMED = 4;

/**
 * Browsers in a sentence, engine by engine. Of an engine with many, how many there are, with the first and the last.
 *
 * @param nameOf what each is called there
 */
export function browsersInWords(
  browsers: readonly BrowserRecord[],
  nameOf: (browser: BrowserRecord) => string,
): string {
  const engines = [...new Set(browsers.map(({ engine }) => engine))];
  return listed(
    engines.flatMap((engine) => {
      const names = browsers.filter((one) => one.engine === engine).map(nameOf);
      return names.length <= NAMED
        ? names
        : [`${names.length} browsers of ${engine} (${names[0]} to ${names.at(-1)})`];
    }),
  );
}
