import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputDirectory } from './settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is set for a run; everything has the default of `npx playwright test`. */
export interface RunSettings {
  /** Path of a scenario file from outside. */
  scenarios?: string;
  /** Directory for results and report, as seen from the current one; by default the environment's. */
  output?: string;
  /** Playwright's own arguments. */
  args?: readonly string[];
  /** What is to be broken on purpose. */
  sabotage?: string;
  /** Fail the run, but no test of it: see `isMeasuring`. */
  measure?: boolean;
  /** Nothing on the terminal. */
  quiet?: boolean;
}

/** Runs the conformance tests with Playwright and gives its exit code. Signals go to it as well, and it cleans up. */
export function playwrightRun({
  scenarios,
  output = outputDirectory(),
  args = [],
  sabotage,
  measure,
  quiet,
}: RunSettings): Promise<number> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test', ...args], {
    cwd: root,
    stdio: quiet ? 'ignore' : 'inherit',
    env: {
      ...process.env,
      // The tests run in the project's directory, which need not be the one the user is in.
      CONNECT_SRC_OUTPUT: path.resolve(output),
      ...(scenarios !== undefined && { CONNECT_SRC_SCENARIOS: scenarios }),
      ...(measure && { CONNECT_SRC_MEASURE: '1' }),
      ...(sabotage !== undefined && { CONNECT_SRC_SABOTAGE: sabotage }),
    },
  });
  // The terminal sends Ctrl-C to the whole group; SIGTERM reaches only us, and is passed on.
  const wait = () => {};
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', passOn);
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  }).finally(() => {
    process.off('SIGINT', wait);
    process.off('SIGTERM', passOn);
  });
}
