import path from 'node:path';
import type { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { UserError } from '../errors.ts';
import { loadCorpus } from '../plan/load.ts';
import { writeReport } from '../report/write-report.ts';
import { claimFolder } from '../results/our-folder.ts';
import type { Results } from '../results/schema.ts';
import { failingIn } from '../results/verdict.ts';
import { writeResults } from '../results/write-results.ts';
import { answerTo } from './check/answer.ts';
import { answerText } from './check/answer-text.ts';
import { type CheckOptions, checkOptions } from './check/options.ts';
import { readQuestion } from './check/read-question.ts';
import { checkTable } from './check-table.ts';
import { listening } from './listen-options.ts';
import { firstGiven } from './question-options.ts';
import { runAside } from './run-browsers.ts';

/** `connect-src check`: tries a policy, or a scenario file that is not part of the project, in every browser. */
export const checkCommand = (): Command =>
  listening(checkOptions()).action(async (file: string | undefined, options: CheckOptions) =>
    file === undefined ? checkQuestion(options) : checkFile(file, options),
  );

async function checkQuestion(options: CheckOptions): Promise<void> {
  const asked = await readQuestion(options);
  const choices = await chooseBrowsers(options.browsers);
  if (options.report !== undefined) claimFolder(options.report);
  const { answer, results, asSpecified } = await answerTo(asked, choices);
  const names = choices.map(({ name }) => name);
  console.log(options.json ? JSON.stringify(answer, null, 2) : answerText(answer, names));
  if (options.report !== undefined && results !== null) await report(results, options.report);
  process.exitCode = asSpecified ? 0 : 1;
}

async function checkFile(file: string, options: CheckOptions): Promise<void> {
  const beside = firstGiven(options);
  if (beside !== undefined)
    throw new UserError(
      `${beside}: cannot stand beside the file ${file}`,
      'Write it into the file, or give options only.',
    );
  const scenarios = path.resolve(file);
  await loadCorpus(scenarios);
  await chooseBrowsers(options.browsers);
  if (options.report !== undefined) claimFolder(options.report);
  const results = await runAside({
    scenarios,
    args: ['--reporter=dot,./harness/cli/reporter.ts'],
    measure: true,
    quiet: true,
  });
  console.log(options.json ? JSON.stringify(results, null, 2) : checkTable(results));
  if (options.report !== undefined) await report(results, options.report);
  process.exitCode = results.missing.length === 0 && failingIn(results).length === 0 ? 0 : 1;
}

async function report(results: Results, directory: string): Promise<void> {
  await writeResults(results, directory);
  await writeReport(results, directory);
}
