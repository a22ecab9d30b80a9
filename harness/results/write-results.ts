import path from 'node:path';
import { fileResults } from './file-results.ts';
import { resultsSchema } from './json-schema.ts';
import { layOutJson } from './lay-out-json.ts';
import type { Results } from './schema.ts';
import { sortResults } from './sort-results.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** What a browser did with a case stands on one line. */
const DEPTH = 4;

/**
 * Writes `results.json`, sorted and laid out so that two runs diff well, and its JSON Schema beside it.
 *
 * @param directory where they go; it is made where it is not there
 * @returns the path of `results.json`
 */
export async function writeResults(results: Results, directory: string): Promise<string> {
  const file = path.join(directory, 'results.json');
  await writeFileWhole(
    path.join(directory, 'results.schema.json'),
    `${JSON.stringify(resultsSchema(), null, 2)}\n`,
  );
  await writeFileWhole(file, layOutJson(fileResults(sortResults(results)), DEPTH));
  return file;
}
