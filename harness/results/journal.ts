import {
  appendFileSync,
  existsSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type MergePart, merge } from './merge.ts';
import { parseJsonFile } from './parse-json-file.ts';
import type { Results } from './schema.ts';

/** A run with wrong policies has one of another name, so that no other run goes on with it. */
const nameFor = (sabotaged: boolean): string => (sabotaged ? 'journal.sabotage.jsonl' : 'journal.jsonl');

/** A line longer than this, in characters, is no part of a run. */
const LONGEST_LINE = 200_000_000;

/**
 * The journal of a run: one line a scenario and browser, each a `results.json` of its own, written as they come. A line
 * that cannot be written is kept, and tried again with the next one.
 */
export class Journal {
  readonly file: string;
  #pending: string[] = [];
  #size: number;

  /**
   * @param sabotaged whether policies are broken on purpose
   * @param resume goes on with the journal that is there; else that is put aside, as `journal.previous.jsonl`
   * @throws where the folder cannot be written
   */
  constructor(directory: string, { sabotaged = false, resume = false } = {}) {
    this.file = path.join(directory, nameFor(sabotaged));
    if (!resume && existsSync(this.file))
      renameSync(this.file, path.join(directory, 'journal.previous.jsonl'));
    this.#size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Begins with these lines instead of what is there. */
  startWith(lines: readonly string[]): void {
    const text = lines.map((line) => `${line}\n`).join('');
    writeFileSync(`${this.file}.part`, text);
    renameSync(`${this.file}.part`, this.file);
    this.#size = Buffer.byteLength(text);
  }

  /**
   * Writes a line, and those that could not be written before.
   *
   * @returns why the journal lacks them, in the system's words; null where it has every line
   */
  add(line: string): string | null {
    this.#pending.push(line);
    while (this.#pending.length > 0) {
      const text = `${this.#pending[0]}\n`;
      try {
        appendFileSync(this.file, text);
      } catch (error) {
        this.#cutOff();
        return (error as Error).message;
      }
      this.#size += Buffer.byteLength(text);
      this.#pending.shift();
    }
    return null;
  }

  /** How many lines could not be written yet. */
  get lacking(): number {
    return this.#pending.length;
  }

  /** A full disk may have taken a part of a line. */
  #cutOff(): void {
    try {
      truncateSync(this.file, this.#size);
    } catch {
      // Then the next line cannot be written either, or a reader drops the last one: it is not whole.
    }
  }

  /** Its run came to its end: the results hold all of it. */
  remove(): void {
    rmSync(this.file, { force: true });
  }
}

/**
 * Reads the parts of a journal. A last line that was cut off is dropped: it had not finished.
 *
 * @param name what the user calls the file, for messages
 * @param check makes results of a line's JSON, or throws
 * @throws {UserError} where a line is not what it should be
 */
export async function journalParts(
  file: string,
  name: string,
  check: (value: unknown, name: string) => Results,
): Promise<MergePart[]> {
  const parts: MergePart[] = [];
  let previous: string | null = null;
  const add = (line: string) => {
    const place = `${name}, line ${parts.length + 1}`;
    if (line.length > LONGEST_LINE)
      throw new UserError(`${place} is too long to be a part of a run.`, 'Run the harness again.');
    parts.push({ name: place, results: check(parseJsonFile(line, place), place) });
  };
  for await (const line of (await open(file)).readLines()) {
    if (previous !== null) add(previous);
    previous = line;
  }
  if (previous !== null && isWhole(previous)) add(previous);
  return parts;
}

/**
 * Reads the journal of a run that did not come to its end, joined to the results of what had finished; parameters as
 * above.
 *
 * @throws {UserError} where nothing had finished, or a line is not what it should be
 */
export async function readJournal(
  file: string,
  name: string,
  check: (value: unknown, name: string) => Results,
): Promise<Results> {
  const parts = await journalParts(file, name, check);
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
