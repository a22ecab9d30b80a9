import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import type { Results } from '../judgement/results.ts';
import { type MergePart, merge } from './merge.ts';
import { parseJsonFile } from './parse-json-file.ts';

/**
 * Reads the journal of a run that did not come to its end: one line a scenario and browser, each a `results.json` of its
 * own, joined to the results of what had finished. A last line that was cut off is dropped: it had not finished.
 *
 * @param name what the user calls the file, for messages
 * @param check makes results of a line's JSON, or throws
 * @throws {UserError} where nothing had finished, or a line is not what it should be
 */
export async function readJournal(
  file: string,
  name: string,
  check: (value: unknown, name: string) => Results,
): Promise<Results> {
  const parts: MergePart[] = [];
  let previous: string | null = null;
  const add = (line: string) => {
    const place = `${name}, line ${parts.length + 1}`;
    parts.push({ name: place, results: check(parseJsonFile(line, place), place) });
  };
  for await (const line of (await open(file)).readLines()) {
    if (previous !== null) add(previous);
    previous = line;
  }
  if (previous !== null && isWhole(previous)) add(previous);
  if (parts.length > 0) return merge(parts);
  throw new UserError(
    `${name} holds no results: its run ended before the first scenario did.`,
    'Run the harness again.',
  );
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
