import { createRequire } from 'node:module';
import path from 'node:path';
import { runTool, type ToolOutcome } from '../install/run-tool.ts';

/** Playwright's command line, of the very version in use. */
const CLI = path.join(
  path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')),
  'cli.js',
);

/**
 * Downloads Playwright's own build of a browser. Playwright tries five times; where there is no way to its servers,
 * each try ends after ten silent seconds at the latest.
 */
export function downloadPlaywrightBuild(engine: string): Promise<ToolOutcome> {
  return playwright(['install', '--no-shell', engine], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
}

/** Installs the system libraries that Playwright's build of a browser needs; for root only. */
export function installPlaywrightLibraries(engine: string): Promise<ToolOutcome> {
  return playwright(['install-deps', engine]);
}

function playwright(args: string[], env: NodeJS.ProcessEnv = {}): Promise<ToolOutcome> {
  return runTool(process.execPath, [CLI, ...args], env);
}
