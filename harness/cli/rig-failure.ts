import { isUserError } from '../errors.ts';

/**
 * A browser that does not start, or a display that is not there, would not be there for the next scenario either. So
 * the first one ends the run: a worker tells Playwright's main process, which ends as after Ctrl-C (what has finished is
 * reported), but with the exit code of a wrong set-up.
 */
const SIGNAL = 'SIGUSR2';
const WRONG_SET_UP = 2;

/** Ends the run when a worker calls {@link rigFailure}. Does nothing in a worker. */
export function endOnRigFailure(): void {
  // The main process of a run that a test starts has this variable as well, but no channel to a parent.
  const isWorker = process.env.TEST_WORKER_INDEX !== undefined && process.send !== undefined;
  if (isWorker || process.platform === 'win32') return;
  process.once(SIGNAL, () => {
    // The others that fail before they are stopped say nothing new.
    process.on(SIGNAL, () => {});
    process.once('exit', () => {
      process.exitCode = WRONG_SET_UP;
    });
    process.kill(process.pid, 'SIGINT');
  });
}

/**
 * For a worker: tells the main process to end the run.
 * @param browser its name
 * @param cause why it did not start
 * @returns the error to fail with: what is wrong and what to do, without a stack
 */
export function rigFailure(browser: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const fix = '  Run: npx connect-src browsers (it says what is missing), then npx connect-src install';
  const text = [
    `browser ${browser}: it did not start, so the run ends here: ${reason}`,
    // What the user can correct says itself how.
    ...(isUserError(cause) ? [] : [fix]),
  ].join('\n');
  if (process.platform !== 'win32') process.kill(process.ppid, SIGNAL);
  return Object.assign(new Error(text), { stack: text });
}
