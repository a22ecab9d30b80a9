import { UserError } from '../errors.ts';

/**
 * Parses the text of a JSON file that a program wrote.
 *
 * @param text what the file holds
 * @param name what the user calls the file, for the message
 * @throws {UserError} where it is not JSON; a file that ends too early is told apart from one that is something else
 */
export function parseJsonFile(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === '' || endsEarly(error as SyntaxError, text)) {
      throw new UserError(
        `${name} ends in the middle, after ${text.length.toLocaleString('en')} characters: whatever wrote or copied it was cut off.`,
        'Run or copy it again.',
      );
    }
    throw new UserError(`${name} is not JSON: ${(error as SyntaxError).message}`, 'Name a JSON file.');
  }
}

/** V8 says that the input ended, or complains about the position just behind the last character. */
function endsEarly(error: SyntaxError, text: string): boolean {
  const position = /position (\d+)/.exec(error.message)?.[1];
  return error.message.startsWith('Unexpected end') || Number(position) >= text.length;
}
