import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { CASES_VARIABLE } from '../plan/chosen-cases.ts';
import { outputDirectory } from '../results/settings.ts';
import { PARENT_PIPE } from './watch-parent.ts';

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
  /** Go on with the journal of an interrupted run. */
  resume?: boolean;
  /** The ids of the only cases to run; absent: all of the scenarios. */
  cases?: readonly string[];
  /** Nothing on the terminal: what the run says is given back. */
  quiet?: boolean;
}

/** How a run ended. */
export interface RunEnd {
  /** Playwright's exit code, or 128 and the number of the signal that ended the run. */
  code: number;
  /** The signal that ended it, where one did. */
  signal: NodeJS.Signals | null;
  /** What a quiet run said, without its colours: the last lines of it. */
  said: string;
}

/** What ends a run before its time: Ctrl-C, a service manager, a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Playwright's exit code after Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Runs the conformance tests with Playwright.
 *
 * The run is a process group of its own, so that a signal comes to it once: as the SIGINT on which Playwright ends its
 * tests, closes its browsers and lets the report be written. When this process is killed, the run sees the pipe between
 * them close, and ends in the same way; see `watch-parent.ts`.
 */
export async function playwrightRun(settings: RunSettings): Promise<RunEnd> {
  const child = start(settings);
  const said = collect(child);
  let signal: NodeJS.Signals | null = null;
  const passOn = (received: NodeJS.Signals) => {
    signal ??= received;
    child.kill('SIGINT');
  };
  for (const one of SIGNALS) process.on(one, passOn);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode, killedBy) => resolve(exitCode ?? codeOf(killedBy ?? 'SIGKILL')));
    });
    if (signal === null || code !== INTERRUPTED) return { code, signal: null, said: said() };
    return { code: codeOf(signal), signal, said: said() };
  } finally {
    for (const one of SIGNALS) process.off(one, passOn);
  }
}

/** As shells have it. */
const codeOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

function start({
  scenarios,
  output = outputDirectory(),
  args = [],
  sabotage,
  measure,
  resume,
  cases,
  quiet,
}: RunSettings) {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const stdio = quiet ? 'pipe' : 'inherit';
  return spawn(process.execPath, [...loader(), cli, 'test', ...args], {
    cwd: root,
    detached: true,
    stdio: [quiet ? 'ignore' : 'inherit', stdio, stdio, 'pipe'],
    env: {
      ...process.env,
      [PARENT_PIPE]: '3',
      // The tests run in the project's directory, which need not be the one the user is in.
      CONNECT_SRC_OUTPUT: path.resolve(output),
      ...(scenarios !== undefined && { CONNECT_SRC_SCENARIOS: scenarios }),
      ...(measure && { CONNECT_SRC_MEASURE: '1' }),
      ...(resume && { CONNECT_SRC_RESUME: '1' }),
      ...(cases !== undefined && { [CASES_VARIABLE]: JSON.stringify(cases) }),
      ...(sabotage !== undefined && { CONNECT_SRC_SABOTAGE: sabotage }),
    },
  });
}

/** Playwright makes JavaScript of no TypeScript below a `node_modules`, where an installed package is. */
const loader = (): string[] =>
  root.split(path.sep).includes('node_modules') ? ['--import', import.meta.resolve('tsx')] : [];

const LONGEST = 8_000;

/** Reads what a quiet run says, and gives the end of it. */
function collect({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = `${text}${chunk}`.slice(-LONGEST);
    });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return () => text.replace(/\x1b\[[\d;]*m/g, '').trim();
}

/** A run that a signal ended before its time. */
export class InterruptedRun extends UserError {
  readonly exitCode: number;

  /** @param output where its results are; null where they are not kept */
  constructor({ code, signal }: RunEnd, output: string | null) {
    super(
      `The run was interrupted before its end (${signal ?? 'SIGINT'}).`,
      output === null ? 'Run it again.' : `What had finished is in ${output}; run it again for all of it.`,
    );
    this.exitCode = code;
  }
}

/**
 * Sees to it that a run came to an end that says something of browsers: all is as recorded (0), or something differs (1).
 *
 * @throws {UserError} with what a quiet run said, where it did not
 */
export function requireEnded(end: RunEnd, output: string | null): void {
  if (end.signal !== null || end.code === INTERRUPTED) throw new InterruptedRun(end, output);
  if (end.code > 1) throw failedRun(end);
}

/** What is told of a run that has no results. */
export function failedRun({ code, said }: RunEnd): UserError {
  return new UserError(
    `The run ended with exit code ${code} and without results.${said === '' ? '' : ` It said:\n\n${said}\n`}`,
    'Its messages above say why; `npx connect-src browsers` shows which browsers there are.',
  );
}
