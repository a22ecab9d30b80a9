import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import type { Results } from '../judgement/results.ts';
import { passing } from '../judgement/verdict.ts';
import { loadCorpus } from '../plan/load.ts';
import { writeReport } from '../report/html/write-report.ts';
import { loadResults } from '../report/load-results.ts';
import { writeResults } from '../report/write-results.ts';
import { checkTable } from './check-table.ts';
import { playwrightRun } from './playwright-run.ts';

interface Options {
  browsers?: string;
  json?: boolean;
  report?: string;
}

/** `connect-src check FILE`: runs a scenario file that is not part of the project. */
export function checkCommand(): Command {
  return new Command('check')
    .description('run a scenario file of your own in every browser')
    .argument('<file>', 'scenarios as JSON, or as YAML')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--json', 'print the records that results.json holds')
    .option('--report <dir>', 'write the HTML report there, and its results.json')
    .addHelpText(
      'after',
      '\nExit code: 0 all as expected and specified, 1 something differs, 2 the file or the set-up is wrong.',
    )
    .action(async (file: string, options: Options) => {
      const scenarios = path.resolve(file);
      await loadCorpus(scenarios);
      chooseBrowsers(options.browsers);
      const output = await mkdtemp(path.join(tmpdir(), 'connect-src-'));
      try {
        await playwrightRun({
          scenarios,
          output,
          args: ['--reporter=./harness/report/reporter.ts'],
          measure: true,
          quiet: true,
        });
        const results = await loadResults(output);
        console.log(options.json ? JSON.stringify(results, null, 2) : checkTable(results));
        if (options.report !== undefined) {
          await writeResults(results, options.report);
          await writeReport(results, options.report);
        }
        process.exitCode = allPass(results) ? 0 : 1;
      } finally {
        await rm(output, { recursive: true, force: true });
      }
    });
}

const allPass = ({ cases, missing }: Results): boolean =>
  missing.length === 0 &&
  cases.every(({ observed }) => Object.values(observed).every(({ status }) => passing.has(status)));
