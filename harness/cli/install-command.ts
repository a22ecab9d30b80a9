import { Command } from 'commander';
import { leavesBuildsOut, SYSTEM_BROWSERS } from '../engines/configuration.ts';
import { takeConfigurationFile } from '../engines/configuration-file.ts';
import { installBrowsers } from '../engines/install/install.ts';

/** `connect-src install`: installs the browsers of the run that are not there, and says where each one is. */
export function installCommand(): Command {
  return new Command('install')
    .description("install the browsers that are missing: Playwright's builds, else Debian's packages")
    .option('--system', `leave out Playwright's builds; ${SYSTEM_BROWSERS}=1 does so in every command`)
    .action(async ({ system }: { system?: boolean }) => {
      await takeConfigurationFile();
      await installBrowsers({ system: system ?? leavesBuildsOut(), log: (line) => console.log(line) });
    });
}
