import { Command, CommanderError } from 'commander';
import { browsersCommand } from './engines/browsers-command.ts';
import { installCommand } from './engines/install-command.ts';
import { explainCommand } from './explain/command.ts';
import { nightlyCommand } from './nightly/command.ts';
import { mechanismNamed } from './plan/registry.ts';
import { diffCommand, exportCommand, mergeCommand, reportCommand } from './report/commands.ts';
import { checkCommand } from './run/check-command.ts';
import { corpusCommand } from './run/corpus-command.ts';
import { recordCommand } from './run/record-command.ts';
import { runCommand } from './run/run-command.ts';
import { sabotageCommand } from './run/sabotage-command.ts';
import { serveCommand } from './run/serve-command.ts';

const program = new Command('connect-src')
  .description('Which connections does a page with this policy really let out, in each browser?')
  .addCommand(installCommand())
  .addCommand(browsersCommand())
  .addCommand(runCommand())
  .addCommand(checkCommand())
  .addCommand(explainCommand((by) => mechanismNamed(by)?.request({})))
  .addCommand(serveCommand())
  .addCommand(corpusCommand())
  .addCommand(recordCommand())
  .addCommand(sabotageCommand())
  .addCommand(reportCommand())
  .addCommand(exportCommand())
  .addCommand(mergeCommand())
  .addCommand(diffCommand())
  .addCommand(nightlyCommand());

for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

/** 2 for what the user can mend, said without a stack trace; anything else is a bug of ours and shows its stack. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Error && error.name === 'UserError') {
    console.error(error.message);
    return 2;
  }
  throw error;
}
