import { Command } from 'commander';
import { browsersFromEnvironment, resolveBrowser } from '../engines/find.ts';
import { loadCorpus } from '../plan/load.ts';
import { playwrightRun } from './playwright-run.ts';

/** `connect-src run`: the main job. Exit code 0 all as recorded, 1 something differs, 2 input or set-up is wrong. */
export function runCommand(): Command {
  return new Command('run')
    .description('run every scenario in every browser and write the report to reports/latest')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--output <dir>', 'where results and report go')
    .argument('[args...]', 'Playwright’s own options, after --')
    .addHelpText('after', '\nExample: npx connect-src run --browsers firefox -- --grep sendBeacon')
    .action(async (args: string[], options: { browsers?: string; output?: string }) => {
      await loadCorpus();
      process.exitCode = await playwrightRun({
        args: [...projects(options.browsers), ...args],
        ...(options.output !== undefined && { output: options.output }),
      });
    });
}

/** Playwright's options that choose these browsers. @throws UserError for one that is unknown or not installed */
export function projects(browsers: string | undefined): string[] {
  const names = browsers?.split(',').map((name) => name.trim()) ?? [];
  for (const name of names) resolveBrowser(name);
  // A browser that is not among the default ones is a project only when the environment names it.
  const projects = browsersFromEnvironment();
  if (names.some((name) => !projects.has(name))) process.env.CONNECT_SRC_BROWSERS = names.join(',');
  return names.map((name) => `--project=${name}`);
}
