import { Command } from 'commander';
import { type InventoryEntry, takeInventory } from './inventory.ts';

const HOW: Record<NonNullable<InventoryEntry['how']>, string> = {
  'playwright-build': "Playwright's build",
  system: 'system browser',
  channel: 'installed channel',
  webdriver: 'through WebDriver',
  remote: 'remote WebDriver',
};

/** `connect-src browsers`: what was found for each browser of the run, and what is missing. */
export function browsersCommand(): Command {
  return new Command('browsers')
    .description('list the browsers that were found, their exact versions, and what is missing')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const inventory = await takeInventory();
      console.log(json ? JSON.stringify(inventory, null, 2) : inventory.map(asText).join('\n'));
      if (inventory.some(({ missing }) => missing.length > 0)) {
        if (!json) console.log('\nTo install what is missing: npx connect-src install');
        process.exitCode = 1;
      }
    });
}

function asText({ name, how, version, path, driver, missing }: InventoryEntry): string {
  const lines = [how ? `${name}  ${version ?? 'version unknown'}  (${HOW[how]})` : `${name}  not found`];
  if (path) lines.push(`  path    ${path}`);
  if (driver) lines.push(`  driver  ${driver}`);
  if (how) for (const part of missing) lines.push(`  missing ${part}`);
  return lines.join('\n');
}
