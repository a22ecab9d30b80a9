import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import { loadResults } from '../results/load-results.ts';
import { parseJsonFile } from '../results/parse-json-file.ts';
import type { Results } from '../results/schema.ts';
import { describeIssues } from '../results/schema-issues.ts';
import { writeFileWhole } from '../results/write-file-whole.ts';
import { writeResults } from '../results/write-results.ts';
import type { History } from './history.ts';
import { type RunRecord, runRecord } from './run-record.ts';

/*
 * A history directory holds `runs/<start>.json`, one small record a run; `index.json`, the names of those files for
 * readers that cannot list a directory; and `results.json`, the last good run in full, which the next is compared with.
 */

/**
 * Reads the runs of a history directory, oldest first; one that is not there, or empty, is a history without runs.
 *
 * @throws {UserError} where a run in it is cut off or not as the schema says
 */
export async function readHistory(directory: string): Promise<History> {
  const files = (await list(path.join(directory, 'runs'))).filter((name) => name.endsWith('.json')).sort();
  const runs = await Promise.all(files.map((name) => readRun(path.join(directory, 'runs', name))));
  return { runs };
}

/** The last good run in full, or null where the history is empty. */
export async function readLastRun(directory: string): Promise<Results | null> {
  const entries = await list(directory);
  return entries.includes('results.json') ? loadResults(path.join(directory, 'results.json')) : null;
}

/** Adds a run to a history directory. The full results are written last: until then the run before is the last one. */
export async function addRun(directory: string, record: RunRecord, results: Results): Promise<void> {
  const runs = path.join(directory, 'runs');
  await mkdir(runs, { recursive: true });
  await writeFileWhole(path.join(runs, runFileName(record)), layOutJson(record));
  const names = (await list(runs)).filter((name) => name.endsWith('.json')).sort();
  await writeFileWhole(path.join(directory, 'index.json'), `${JSON.stringify({ runs: names }, null, 1)}\n`);
  await writeResults(results, directory);
}

/** Only a directory that is not there counts as empty: one that cannot be read must not pass for a first night. */
async function list(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Sorts by time, and holds no character that a file system or a URL would mind. */
function runFileName(record: RunRecord): string {
  return `${record.startedAt.replace(/[:.]/g, '-')}.json`;
}

async function readRun(file: string): Promise<RunRecord> {
  const parsed = runRecord.safeParse(parseJsonFile(await readFile(file, 'utf8'), file));
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${file} is not a run of a history: ${describeIssues(parsed.error)}`,
    'Restore the file, or remove it from the history directory; the other runs stay.',
  );
}
