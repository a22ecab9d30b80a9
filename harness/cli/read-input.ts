import { createReadStream } from 'node:fs';
import { UserError } from '../errors.ts';

/** No more bytes than this are read, unless the caller says so. */
const usualLimit = 16 << 20;

/** What `-` reads: the process's standard input, or what stands for it. */
export type Stdin = AsyncIterable<string | Uint8Array>;

/** A text that was read, and what errors call it. */
export interface Input {
  text: string;
  name: string;
}

/**
 * Reads a file that an option names, or standard input for `-`, as UTF-8.
 *
 * @param option the option it was given to: `--response`
 * @param file its path, or `-`
 * @param stdin what `-` reads
 * @param limit how many bytes may be read
 * @throws {UserError} where it cannot be read, is longer, or is standard input that another option has read
 */
export async function readInput(
  option: string,
  file: string,
  stdin: Stdin = process.stdin,
  limit: number = usualLimit,
): Promise<Input> {
  const name = `${option} ${file}`;
  if (file === '-') claim(stdin, name);
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of file === '-' ? stdin : createReadStream(file)) {
      const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
      length += bytes.length;
      if (length > limit) throw new UserError(`${name}: longer than ${limit >> 20} MB`, 'Give less of it.');
      pieces.push(bytes);
    }
  } catch (error) {
    throw unreadable(error, name);
  }
  return { text: Buffer.concat(pieces).toString('utf8'), name };
}

/** What has read a standard input, which ends with its first reader. */
const readers = new WeakMap<Stdin, string>();

function claim(stdin: Stdin, name: string): void {
  const before = readers.get(stdin);
  if (before !== undefined)
    throw new UserError(
      `${name}: standard input was already read by ${before}`,
      'Give the path of a file to one of them: standard input is read once.',
    );
  readers.set(stdin, name);
}

/** Why it could not be read, as the user is told. */
function unreadable(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UserError(`${name}: there is no such file`, 'Give its path, or - for standard input.');
  if (code === 'EISDIR')
    return new UserError(`${name}: a folder, not a file`, 'Give the path of a file in it.');
  if (code === 'EACCES') return new UserError(`${name}: it may not be read`, 'Let this user read it.');
  return error;
}
