import type { BrowserChoice } from '../engines/find.ts';
import { requireOneProxy } from '../engines/proxy-port.ts';
import { isUserError, UserError } from '../errors.ts';
import { type RecordedFiles, readRecorded } from '../expectations/recorded.ts';
import { Rig } from '../rig/rig.ts';

/** A browser that a command drives in its own process, and what is recorded of it: by what is seen, not by case. */
export interface StartedBrowser {
  name: string;
  rig: Rig;
  recorded: RecordedFiles;
}

/**
 * Starts browsers at once, each with servers of its own.
 *
 * @param hosts the hosts that exist; by default those of the corpus
 * @throws {UserError} with the browser's own words where one cannot be started; the others are closed
 */
export async function startBrowsers(
  choices: readonly BrowserChoice[],
  hosts?: readonly string[],
): Promise<StartedBrowser[]> {
  requireOneProxy(choices.length, 'Name one browser with --browsers');
  const starting = await Promise.allSettled(
    choices.map(async (choice) => ({
      name: choice.name,
      rig: await startRig(choice, hosts),
      recorded: readRecorded(choice, true),
    })),
  );
  const started = starting.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = starting.find((one) => one.status === 'rejected');
  if (failed === undefined) return started;
  await closeBrowsers(started);
  throw failed.reason;
}

/** Starts one, and its servers. @throws {UserError} with the browser's own words where it cannot be started */
export const startRig = (choice: BrowserChoice, hosts?: readonly string[]): Promise<Rig> =>
  Rig.start(choice, hosts).catch((cause: unknown) => {
    if (isUserError(cause)) throw cause;
    throw new UserError(
      `browser ${choice.name}: it did not start: ${(cause as Error).message}`,
      'Run: npx connect-src browsers (it says what is missing), then npx connect-src install',
    );
  });

export async function closeBrowsers(started: readonly StartedBrowser[]): Promise<void> {
  await Promise.all(started.map(({ rig }) => rig.close()));
}
