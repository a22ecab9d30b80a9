import { Command } from 'commander';
import { installBrowsers } from './install.ts';

/** `connect-src install`: installs the browsers of the run that are not there, and says where each one is. */
export function installCommand(): Command {
  return new Command('install')
    .description("install the browsers that are missing: Playwright's builds, else Debian's packages")
    .option('--system', "leave out Playwright's builds; also by CONNECT_SRC_SYSTEM_BROWSERS=1")
    .action(async ({ system }: { system?: boolean }) => {
      const wanted = system ?? process.env.CONNECT_SRC_SYSTEM_BROWSERS === '1';
      await installBrowsers({ system: wanted, log: (line) => console.log(line) });
    });
}
