/**
 * Something the user can correct: a scenario file, a path, a missing browser. Shown without a stack trace; the command ends
 * with exit code 2.
 */
export class UserError extends Error {
  override name = 'UserError';
  /**
   * @param what what is wrong, and where
   * @param fix what to do about it
   */
  constructor(what: string, fix?: string) {
    super(fix === undefined ? what : `${what}\n  ${fix}`);
  }
}

/** Whether this is one, by its name: Playwright may have loaded the class a second time. */
export const isUserError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'UserError';
