/** Runs the two commands of harness/engines by themselves, the way the real command line does. */
import { Command } from 'commander';
import { browsersCommand } from '../../harness/cli/browsers-command.ts';
import { installCommand } from '../../harness/cli/install-command.ts';

try {
  await new Command('connect-src').addCommand(browsersCommand()).addCommand(installCommand()).parseAsync();
} catch (error) {
  console.error(`${(error as Error).name}: ${(error as Error).message}`);
  process.exitCode = 2;
}
