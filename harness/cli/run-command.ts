import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { loadCorpus } from '../plan/load.ts';
import { listening } from './listen-options.ts';
import { playwrightRun } from './playwright-run.ts';

/** `connect-src run`: the main job. Exit code 0 all as recorded, 1 something differs, 2 input or set-up is wrong, 130 or 143 interrupted. */
export function runCommand(): Command {
  return listening(new Command('run'))
    .description('run every scenario in every browser and write the report to reports/latest')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--output <dir>', 'where results and report go')
    .option('--resume', 'finish a run that was interrupted, from its journal')
    .argument('[args...]', 'Playwright’s own options, after --')
    .addHelpText(
      'after',
      '\nExample: npx connect-src run --browsers firefox -- --grep sendBeacon\n\nExit code: 0 all as recorded, 1 something differs, 2 the input or the set-up is wrong, 130 and 143 interrupted.',
    )
    .action(async (args: string[], options: { browsers?: string; output?: string; resume?: boolean }) => {
      await loadCorpus();
      await chooseBrowsers(options.browsers, args);
      const { code } = await playwrightRun({
        args,
        ...(options.resume && { resume: true }),
        ...(options.output !== undefined && { output: options.output }),
      });
      process.exitCode = code;
    });
}
