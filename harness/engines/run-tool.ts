import { spawn } from 'node:child_process';

/** How a tool ended. */
export interface ToolOutcome {
  ok: boolean;
  /** The line of its output that says best what went wrong; empty when nothing did. */
  lastError: string;
}

/**
 * Runs a tool to its end, without showing what it prints.
 * @param env what to set beside the environment of this process
 */
export function runTool(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<ToolOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', ({ message }) => resolve({ ok: false, lastError: message }));
    child.once('close', (code) => {
      resolve(code === 0 ? { ok: true, lastError: '' } : { ok: false, lastError: errorLine(output) });
    });
  });
}

function errorLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(E:|Error:)/.test(line)) ?? lines.findLast((line) => line !== '') ?? '';
}
