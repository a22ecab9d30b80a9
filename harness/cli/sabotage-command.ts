import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { readUnmoved, unmoved } from '../expectations/unmoved.ts';
import { loadCorpus } from '../plan/load.ts';
import { sabotages } from '../plan/sabotage.ts';
import { requireNoGaps } from './require-whole.ts';
import { runAside, runBrowsers } from './run-browsers.ts';

/** `connect-src sabotage`: proves that every case can fail, by serving the wrong policies on purpose. */
export function sabotageCommand(): Command {
  return new Command('sabotage')
    .description(
      "run what is blocked with its policies stripped, and what is allowed with a connect-src 'none' added, and list the cases that did not notice",
    )
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--output <dir>', 'where to keep the results of the sabotaged run')
    .argument('[args...]', 'Playwright’s own options, after --')
    .action(async (args: string[], options: { browsers?: string; output?: string }) => {
      const { scenarios } = await loadCorpus();
      const explanations = readUnmoved();
      await chooseBrowsers(options.browsers, args);
      const settings = { sabotage: sabotages.join(), args, measure: true };
      const results = await (options.output === undefined
        ? runAside(settings)
        : runBrowsers({ ...settings, output: options.output }));
      // A case without a result has not noticed anything.
      requireNoGaps(results);
      const cases = scenarios.flatMap((scenario) => scenario.cases);
      const found = unmoved(cases, results, explanations);
      const open = found.filter(({ why }) => why === null);
      console.log(
        `${results.cases.length} cases were sabotaged; ${found.length} verdicts did not move, ${open.length} of them unexplained`,
      );
      for (const { id, browser, sabotage, should, did } of open)
        console.log(`  ${browser} ${id}: should be ${should} under ${sabotage}, was ${did}`);
      if (open.length > 0) process.exitCode = 1;
    });
}
