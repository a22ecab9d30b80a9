import { spawn } from 'node:child_process';

/** How a tool ended. */
export interface ToolOutcome {
  ok: boolean;
  /** The line of its output that says best what went wrong; empty when nothing did. */
  lastError: string;
  /** What it wrote to its standard output. */
  output: string;
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
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    child.once('error', ({ message }) => resolve({ ok: false, lastError: message, output }));
    child.once('close', (code) => {
      const ok = code === 0;
      resolve({ ok, lastError: ok ? '' : errorLine(all), output });
    });
  });
}

function errorLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(E:|Error:)/.test(line)) ?? lines.findLast((line) => line !== '') ?? '';
}
