/** The exit code of a failure that is ours; `EX_SOFTWARE` of sysexits.h. 0, 1 and 2 say something of browsers and input. */
export const CRASH = 70;

/** As shells have it for SIGPIPE. */
const NO_READER = 141;

/** Ends with {@link CRASH}: a bug of ours, told shortly, or with its stack where `DEBUG` is set. */
export function crash(error: unknown): never {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(
    process.env.DEBUG
      ? (stack ?? message)
      : `Internal error: ${message}\n  Set DEBUG=1 to see where; please report it.`,
  );
  process.exit(CRASH);
}

/** For an error on standard output: whoever reads it has gone, as `head` does, and that is no failure of ours. */
export function endWithoutReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(NO_READER);
  crash(error);
}
