import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { resultsFile } from './file-schema.ts';
import { journalParts, readJournal } from './journal.ts';
import type { MergePart } from './merge.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { type Results, results, SCHEMA_VERSION } from './schema.ts';
import { describeIssues } from './schema-issues.ts';
import { spellOut } from './spell-out.ts';
import { fromVersion2, isVersion2, OLDEST_VERSION } from './version-2.ts';

/** In bytes. What is longer cannot be one text in JavaScript; a full run in three browsers takes about a fifth. */
const LARGEST = 500_000_000;

/**
 * Reads and validates a results file.
 *
 * @param file a `results.json`, the directory that holds one, or the `journal.jsonl` of a run that was cut off
 * @throws {UserError} where it is missing, cut off, not a results file, of another version, or not as the schema says
 */
export async function loadResults(file: string): Promise<Results> {
  const found = await resolve(file);
  const { size } = await stat(found);
  if (size > LARGEST)
    throw new UserError(
      `${file} is larger than a run's results (${Math.round(size / 1e6)} MB; the limit is ${LARGEST / 1e6} MB).`,
      'Name a file that the harness has written.',
    );
  if (found.endsWith('.jsonl')) return readJournal(found, file, checkedPart);
  return checked(parseJsonFile(await readFile(found, 'utf8'), file), file);
}

/** The parts of a journal one by one, checked as results are. @throws {UserError} as {@link loadResults} does */
export const loadJournalParts = (file: string): Promise<MergePart[]> => journalParts(file, file, checkedPart);

/** What a `results.json` holds. */
function checked(value: unknown, file: string): Results {
  requireKnownVersion(value, file);
  if (isVersion2(value)) return checkedPart(value, file);
  return withAllSteps(spellOut(parsed(resultsFile, value, file), file), file);
}

/** What a line of a journal holds: results that are spelt out, as all were in version 2. */
function checkedPart(value: unknown, file: string): Results {
  requireKnownVersion(value, file);
  return withAllSteps(parsed(results, isVersion2(value) ? fromVersion2(value) : value, file), file);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UserError(
    `${file} is not as the results schema says: ${describeIssues(result.error)}`,
    'Run the harness again, or see results.schema.json beside the results for what belongs there.',
  );
}

function withAllSteps(found: Results, file: string): Results {
  const dangling = danglingId(found);
  if (dangling === null) return found;
  throw new UserError(`In ${file}, ${dangling}, which is not there.`, 'Run the harness again.');
}

/** Where a case or a reproduction names steps that the tables do not have, or null: a report would show them as taken in no step at all. */
function danglingId({ steps, derivations, cases, deviations }: Results): string | null {
  for (const [id, names] of Object.entries(derivations)) {
    const step = names.find((name) => !Object.hasOwn(steps, name));
    if (step !== undefined) return `derivation ${id} names the step ${step}`;
  }
  const named = [
    ...cases.map(({ id, spec }) => ({ id, of: spec.derivation })),
    ...deviations.flatMap(({ id, reproduction }) =>
      reproduction ? [{ id, of: reproduction.spec.derivation }] : [],
    ),
  ];
  const one = named.find(({ of }) => !Object.hasOwn(derivations, of));
  return one === undefined ? null : `${one.id} names the derivation ${one.of}`;
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

function requireKnownVersion(value: unknown, file: string): void {
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
  if (version < OLDEST_VERSION) {
    throw new UserError(
      `${file} has schema version ${version}, older than ${OLDEST_VERSION}, the oldest this harness reads.`,
      'Run the harness again to have results of this version.',
    );
  }
}
