import { Command } from 'commander';
import { takeConfigurationFile } from '../engines/configuration-file.ts';
import { type InventoryEntry, takeInventory } from '../engines/inventory.ts';
import { addCommand, listCommand, removeCommand } from './kept-browsers-commands.ts';

const HOW: Record<NonNullable<InventoryEntry['how']>, string> = {
  'playwright-build': "Playwright's build",
  system: 'system browser',
  cache: 'added by version',
  channel: 'installed channel',
  webdriver: 'through WebDriver',
  remote: 'remote WebDriver',
  connect: 'remote Playwright',
};

/** `connect-src browsers`: what was found for each browser of the run, and what is missing; and the versions in the cache. */
export function browsersCommand(): Command {
  return new Command('browsers')
    .description('list the browsers that were found, their exact versions, and what is missing')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      await takeConfigurationFile();
      const inventory = await takeInventory();
      console.log(json ? JSON.stringify(inventory, null, 2) : inventory.map(asText).join('\n'));
      if (inventory.some(({ missing }) => missing.length > 0)) {
        if (!json) console.log('\nTo install what is missing: npx connect-src install');
        process.exitCode = 1;
      }
    })
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand());
}

function asText({ name, how, version, path, driver, missing }: InventoryEntry): string {
  const lines = [how ? `${name}  ${version ?? 'version unknown'}  (${HOW[how]})` : `${name}  not found`];
  if (path) lines.push(`  path    ${path}`);
  if (driver) lines.push(`  driver  ${driver}`);
  if (how) for (const part of missing) lines.push(`  missing ${part}`);
  return lines.join('\n');
}
