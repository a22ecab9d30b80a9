import { runTool, type ToolOutcome } from '../install/run-tool.ts';

/** Runs npm with the configuration of the user and of the current folder, the registry included. */
export const npm = (...args: string[]): Promise<ToolOutcome> =>
  runTool('npm', args, { npm_config_loglevel: 'error' });

/**
 * Runs a tool that has to succeed.
 * @throws Error with the line that says best why it did not
 */
export async function tool(command: string, args: string[]): Promise<void> {
  const { ok, lastError } = await runTool(command, args);
  if (!ok) throw new Error(`${command}: ${lastError}`);
}
