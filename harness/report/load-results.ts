import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type Results, results, SCHEMA_VERSION } from '../judgement/results.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { readJournal } from './read-journal.ts';
import { describeIssues } from './schema-issues.ts';

/**
 * Reads and validates a results file.
 *
 * @param file a `results.json`, the directory that holds one, or the `journal.jsonl` of a run that was cut off
 * @throws {UserError} where it is missing, cut off, not a results file, of another version, or not as the schema says
 */
export async function loadResults(file: string): Promise<Results> {
  const found = await resolve(file);
  if (found.endsWith('.jsonl')) return readJournal(found, file, checked);
  return checked(parseJsonFile(await readFile(found, 'utf8'), file), file);
}

function checked(value: unknown, file: string): Results {
  requireOurVersion(value, file);
  const parsed = results.safeParse(value);
  if (!parsed.success) {
    throw new UserError(
      `${file} is not as the results schema says: ${describeIssues(parsed.error)}`,
      'Run the harness again, or see results.schema.json beside the results for what belongs there.',
    );
  }
  const dangling = danglingId(parsed.data);
  if (dangling !== null)
    throw new UserError(`In ${file}, ${dangling}, which is not there.`, 'Run the harness again.');
  return parsed.data;
}

/** Where a case names steps that the tables do not have, or null: a report would show them as taken in no step at all. */
function danglingId({ steps, derivations, cases }: Results): string | null {
  for (const [id, names] of Object.entries(derivations)) {
    const step = names.find((name) => !Object.hasOwn(steps, name));
    if (step !== undefined) return `derivation ${id} names the step ${step}`;
  }
  const one = cases.find(({ spec }) => !Object.hasOwn(derivations, spec.derivation));
  return one === undefined ? null : `${one.id} names the derivation ${one.spec.derivation}`;
}

async function resolve(file: string): Promise<string> {
  const entry = await stat(file).catch(() => null);
  if (entry === null) throw missing(file);
  if (!entry.isDirectory()) return file;
  const inside = path.join(file, 'results.json');
  if ((await stat(inside).catch(() => null)) === null) throw missing(inside);
  return inside;
}

function missing(file: string): UserError {
  return new UserError(
    `There are no results at ${file}.`,
    'Make them with `npx connect-src run`, or name another results.json.',
  );
}

function requireOurVersion(value: unknown, file: string): void {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value && value.schemaVersion;
  if (typeof version !== 'number') {
    throw new UserError(
      `${file} is JSON, but not a results file of this harness: it has no schemaVersion.`,
      'Name a results.json that `npx connect-src run` or `npx connect-src merge` has written.',
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new UserError(
      `${file} has schema version ${version}, newer than ${SCHEMA_VERSION}, the newest this harness reads.`,
      'Update the harness, or use the one that wrote the file.',
    );
  }
  if (version < SCHEMA_VERSION) {
    throw new UserError(
      `${file} has schema version ${version}, older than ${SCHEMA_VERSION}, the only one this harness reads.`,
      'Run the harness again to have results of this version.',
    );
  }
}
