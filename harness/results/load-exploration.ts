import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type ExplorationRecord, exploration } from './exploration-schema.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { describeIssues } from './schema-issues.ts';

/** The file that holds all that an exploration found. */
export const EXPLORATION = 'exploration.json';

/**
 * Reads and validates what an exploration found.
 *
 * @param place the file, or the folder that it is in
 * @throws {UserError} where it is missing, cut off, or not as the schema says
 */
export function loadExploration(place: string): ExplorationRecord {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? path.join(place, EXPLORATION) : place;
  if (!existsSync(file))
    throw new UserError(`There is no exploration at ${file}.`, 'Make one: npx connect-src explore');
  const found = exploration.safeParse(parseJsonFile(readFileSync(file, 'utf8'), file));
  if (found.success) return found.data;
  throw new UserError(
    `${file} is not as the schema of explorations says: ${describeIssues(found.error)}`,
    'Explore again; `npx connect-src schema exploration` says what belongs there.',
  );
}

/** What was explored beside the results of a folder, or null where nothing was. @throws {UserError} as {@link loadExploration} does */
export const explorationBeside = (folder: string): ExplorationRecord | null =>
  existsSync(path.join(folder, EXPLORATION)) ? loadExploration(folder) : null;
