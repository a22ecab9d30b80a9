import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { readUnmoved, unmoved } from '../judgement/unmoved.ts';
import { loadCorpus } from '../plan/load.ts';
import { sabotages } from '../plan/sabotage.ts';
import { loadResults } from '../report/load-results.ts';
import { playwrightRun } from './playwright-run.ts';
import { projects } from './run-command.ts';

/** `connect-src sabotage`: proves that every case can fail, by serving the wrong policies on purpose. */
export function sabotageCommand(): Command {
  return new Command('sabotage')
    .description(
      'run the corpus with policies stripped, then tightened, and list the cases that did not notice',
    )
    .option('--browsers <names>', 'only these, separated by commas')
    .argument('[args...]', 'Playwright’s own options, after --')
    .action(async (args: string[], options: { browsers?: string }) => {
      const { scenarios } = await loadCorpus();
      const cases = scenarios.flatMap((scenario) => scenario.cases);
      const explanations = readUnmoved();
      for (const sabotage of sabotages) {
        const output = await mkdtemp(path.join(tmpdir(), 'connect-src-'));
        const quiet = ['--reporter=./harness/report/reporter.ts', ...projects(options.browsers), ...args];
        console.log(`${sabotage}: running …`);
        await playwrightRun({ sabotage, output, args: quiet, measure: true, quiet: true });
        const results = await loadResults(output);
        await rm(output, { recursive: true, force: true });
        const found = unmoved(cases, results, sabotage, explanations);
        const open = found.filter(({ why }) => why === null);
        console.log(
          `${sabotage}: ${results.cases.length} cases; ${found.length} did not move, ${open.length} of them unexplained`,
        );
        for (const { id, browser, should, did } of open)
          console.log(`  ${browser} ${id}: should be ${should}, was ${did}`);
        if (open.length > 0) process.exitCode = 1;
      }
    });
}
