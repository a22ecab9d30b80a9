import { UserError } from '../errors.ts';

/**
 * Both sides of a `--redirect 'A -> B'`.
 *
 * @returns null where there is no arrow
 * @throws {UserError} where a side is missing, or there is more than one arrow
 */
export function redirectSides(text: string): { from: string; to: string } | null {
  const [from, to, more] = text.split('->').map((side) => side.trim());
  if (to === undefined) return null;
  if (from && to && more === undefined) return { from, to };
  throw noRedirect(text);
}

/** What is said of a text that is no `A -> B`. */
export const noRedirect = (text: string): UserError =>
  new UserError(
    `--redirect: "${text}" is not 'A -> B'`,
    "Write it as 'https://a.example/x -> https://b.example/y', and give the option again for the next redirect.",
  );
