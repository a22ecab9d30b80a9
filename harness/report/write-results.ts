import path from 'node:path';
import type { Results } from '../judgement/results.ts';
import { layOutJson } from './lay-out-json.ts';
import { resultsSchema } from './results-schema.ts';
import { sortResults } from './sort-results.ts';
import { writeFileWhole } from './write-file-whole.ts';

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
  await writeFileWhole(file, layOutJson(sortResults(results)));
  return file;
}
