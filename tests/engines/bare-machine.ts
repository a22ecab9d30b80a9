import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a command did. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = fileURLToPath(new URL('./run-cli.ts', import.meta.url));

/** A machine whose `PATH` holds only what a test puts there, and from which Playwright can download nothing. */
export class BareMachine {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'connect-src-test-'));
  readonly bin = path.join(this.folder, 'bin');
  readonly #builds = path.join(this.folder, 'playwright');

  constructor() {
    mkdirSync(this.bin);
  }

  /** Puts a shell script on the `PATH`. */
  addCommand(name: string, script: string): void {
    const file = path.join(this.bin, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Puts a shell script where Playwright keeps its own build of a browser, and gives its path. */
  addBuild(engine: string, script: string): string {
    const print = `process.stdout.write(require('playwright').${engine}.executablePath())`;
    const env = { PATH: this.bin, HOME: this.folder, PLAYWRIGHT_BROWSERS_PATH: this.#builds };
    const file = execFileSync(process.execPath, ['-e', print], { cwd: root, env, encoding: 'utf8' });
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** Runs `connect-src` there, as its own process. */
  async connectSrc(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], {
      env: {
        PATH: this.bin,
        HOME: this.folder,
        BIN: this.bin,
        PLAYWRIGHT_BROWSERS_PATH: this.#builds,
        // Nothing listens on the discard port, so every download is refused at once.
        PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9',
        ...env,
      },
    });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      outcome.stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      outcome.stderr += chunk;
    });
    outcome.code = await new Promise((resolve) => child.once('close', resolve));
    return outcome;
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }
}
