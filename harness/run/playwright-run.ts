import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is set for a run; everything has the default of `npx playwright test`. */
export interface RunSettings {
  /** Path of a scenario file from outside. */
  scenarios?: string;
  /** Directory for results and report. */
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
  output,
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
      ...(scenarios !== undefined && { CONNECT_SRC_SCENARIOS: scenarios }),
      ...(output !== undefined && { CONNECT_SRC_OUTPUT: output }),
      ...(measure && { CONNECT_SRC_MEASURE: '1' }),
      ...(sabotage !== undefined && { CONNECT_SRC_SABOTAGE: sabotage }),
    },
  });
  // The terminal sends Ctrl-C to the whole group; SIGTERM reaches only us, and is passed on.
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGINT', () => {});
  process.on('SIGTERM', passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}
