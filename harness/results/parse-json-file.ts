import { UserError } from '../errors.ts';

/**
 * Parses the text of a JSON file that a program wrote.
 *
 * @param text what the file holds
 * @param name what the user calls the file, for the message
 * @throws {UserError} where it is not JSON; a file that ends too early is told apart from one that is something else
 */
export function parseJsonFile(text: string, name: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (text.trim() === '' || endsEarly(error as SyntaxError, text)) {
      throw new UserError(
        `${name} ends in the middle, after ${text.length.toLocaleString('en')} characters: whatever wrote or copied it was cut off.`,
        'Run or copy it again.',
      );
    }
    throw new UserError(`${name} is not JSON: ${(error as SyntaxError).message}`, 'Name a JSON file.');
  }
  requirePlain(value, name, 0);
  return value;
}

/** No file of ours comes near it, and what is nested so deep breaks whoever walks it. */
const DEEPEST = 200;

/** Refuses a value that would break those who walk it, or change what every object has. */
function requirePlain(value: unknown, name: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= DEEPEST)
    throw new UserError(
      `${name} is nested more than ${DEEPEST} deep.`,
      'Name a file that the harness has written.',
    );
  if (Object.hasOwn(value, '__proto__'))
    throw new UserError(`${name} has a key "__proto__".`, 'Name a file that the harness has written.');
  for (const inner of Object.values(value)) requirePlain(inner, name, depth + 1);
}

/** V8 says that the input ended, or complains about the position just behind the last character. */
function endsEarly(error: SyntaxError, text: string): boolean {
  const position = /position (\d+)/.exec(error.message)?.[1];
  return error.message.startsWith('Unexpected end') || Number(position) >= text.length;
}
