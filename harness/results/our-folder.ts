import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';

/** Marks a folder as one of the harness's, and lists which files in it are. */
export const MANIFEST = '.connect-src.json';

const manifest = z.strictObject({
  writtenBy: z.literal('connect-src-conformance'),
  files: z.array(z.string()).describe('Paths from the folder, with slashes'),
});

/** What a run, or one that was killed, leaves beside the files that the manifest lists. */
const RUN_FILES =
  /^(?:\.connect-src\.json|results(?:\.schema)?\.json|journal(?:\.\w+)?\.jsonl|run\.lock|[^/]+\.part|\.report-[^/]+\/.*)$/;

const SHOWN = 3;

/**
 * Makes the folder a command is to write to, and marks it. Nothing that somebody else put there is touched.
 *
 * @throws {UserError} where it is a file, cannot be written, or is a folder that the harness did not make
 */
export function claimFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    requireOurs(directory);
    writeManifest(directory, manifestOf(directory) ?? []);
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/**
 * Sees to it that a folder which is to be replaced as a whole may be, before anything is done: it is not there or holds
 * nothing but our files, and the folder around it can be written.
 *
 * @throws {UserError} where that is not so
 */
export function requireReplaceable(directory: string): void {
  try {
    const parent = path.dirname(path.resolve(directory));
    mkdirSync(parent, { recursive: true });
    accessSync(parent, constants.W_OK);
    if (statSync(directory, { throwIfNoEntry: false }) === undefined) return;
    requireOurs(directory);
    const listed = manifestOf(directory);
    if (listed === null) return;
    refuse(
      directory,
      filesIn(directory).filter((file) => !listed.includes(file) && !RUN_FILES.test(file)),
    );
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** Lists these files as ours, or every file that is in the folder. */
export function writeManifest(directory: string, files = filesIn(directory)): void {
  const text = JSON.stringify({ writtenBy: 'connect-src-conformance', files }, null, 1);
  writeFileSync(path.join(directory, MANIFEST), `${text}\n`);
}

/**
 * Refuses a folder that is neither empty nor the harness's, and one with files of somebody else's in the subfolders that
 * a report replaces.
 */
function requireOurs(directory: string): void {
  const entries = readdirSync(directory);
  const listed = manifestOf(directory);
  if (listed === null && entries.length > 0 && !holdsResults(directory)) refuse(directory, entries);
  const isOurs = (file: string) =>
    listed === null ? /\.(?:html|css|js|svg|json)$/.test(file) : listed.includes(file);
  refuse(
    directory,
    filesIn(directory).filter((file) => file.startsWith('scenario/') && !isOurs(file)),
  );
}

function refuse(directory: string, strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const more = strangers.length > SHOWN ? ` and ${strangers.length - SHOWN} more` : '';
  throw new UserError(
    `${directory} holds files that the harness did not write: ${strangers.slice(0, SHOWN).join(', ')}${more}.`,
    'Nothing was changed. Name another folder, one that is empty or is not there yet.',
  );
}

/** The files that the manifest lists, or null where the folder has none that can be read. */
function manifestOf(directory: string): string[] | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(directory, MANIFEST), 'utf8'))).files;
  } catch {
    return null;
  }
}

/** Folders of before there were manifests: results of ours, or the journal of a run, are in them. */
function holdsResults(directory: string): boolean {
  return ['results.json', 'journal.jsonl'].some((name) => {
    try {
      return readFileSync(path.join(directory, name), 'utf8').slice(0, 200).includes('"schemaVersion"');
    } catch {
      return false;
    }
  });
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
}

/** What the system says of a folder that cannot be written, in words; any other error as it is. */
function unwritable(directory: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || code === undefined) return error;
  const isFile = code === 'EEXIST' || code === 'ENOTDIR';
  return new UserError(
    `${directory} cannot be written: ${isFile ? 'it, or a folder above it, is a file' : message}`,
    'Name another folder, or make room and permission for this one.',
  );
}
