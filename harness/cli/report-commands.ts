import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Argument, Command } from 'commander';
import { gotWorse } from '../compare/changes.ts';
import { changesInWords } from '../compare/changes-in-words.ts';
import { diff } from '../compare/diff.ts';
import { readHistory } from '../compare/history-directory.ts';
import { UserError } from '../errors.ts';
import { writeReport } from '../report/write-report.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import { explorationBeside, loadExploration } from '../results/load-exploration.ts';
import { loadResults } from '../results/load-results.ts';
import { merge } from '../results/merge.ts';
import { absentShards } from '../results/merge-shards.ts';
import { claimFolder } from '../results/our-folder.ts';
import { LATEST } from '../results/settings.ts';
import { writeResults } from '../results/write-results.ts';

const resultsArgument = () =>
  new Argument('[results]', 'a results.json, its directory, or a journal.jsonl').default(LATEST);

/** `connect-src diff`: what changed between two runs; exit code 1 where something got worse. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('say what changed from one run to another')
    .argument('<before>', 'a results.json, or its directory')
    .argument('<after>', 'the later one')
    .option('--json', 'print the changes as JSON')
    .addHelpText('after', '\nExit code: 0 nothing got worse, 1 something did, 2 the results cannot be read.')
    .action(async (before: string, after: string, options: { json?: boolean }) => {
      const changes = diff(await loadResults(before), await loadResults(after));
      console.log(options.json ? layOutJson(changes).trimEnd() : changesInWords(changes).join('\n'));
      process.exitCode = gotWorse(changes) ? 1 : 0;
    });
}

/** `connect-src merge`: the results of shards and machines as one; exit code 1 where some are missing. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('merge the results of shards and machines into one report')
    .argument('<results...>', 'results.json files, or their directories')
    .requiredOption('-o, --output <dir>', 'where the merged results and their report go')
    .option('--expect <names>', 'browsers that must be among them, separated by commas')
    .addHelpText(
      'after',
      '\nExit code: 0 complete, 1 some results are missing (and named), 2 they cannot be merged.',
    )
    .action(async (files: string[], options: { output: string; expect?: string }) => {
      const parts = await Promise.all(
        files.map(async (name) => ({ name, results: await loadResults(name) })),
      );
      const merged = merge(
        parts,
        options.expect?.split(',').map((name) => name.trim()),
      );
      claimFolder(options.output);
      await writeResults(merged, options.output);
      await writeReport(merged, options.output, {});
      const absent = merged.shards === undefined ? [] : absentShards(merged.shards);
      for (const number of absent) console.error(`Missing: shard ${number} of ${merged.shards?.total}`);
      for (const gap of merged.missing)
        console.error(`Missing: ${gap.scenario} in ${gap.browser}: ${gap.reason}`);
      console.log(`Merged ${parts.length} results into ${options.output}: ${merged.cases.length} cases.`);
      process.exitCode = absent.length > 0 || merged.missing.length > 0 ? 1 : 0;
    });
}

interface ReportOptions {
  output?: string;
  since?: string;
  history?: string;
  explored?: string;
}

/** `connect-src report`: the HTML report of results made earlier. */
export function reportCommand(): Command {
  return new Command('report')
    .description('build the HTML report of a results.json again')
    .addArgument(resultsArgument())
    .option('-o, --output <dir>', 'where it goes; beside the results unless told')
    .option('--since <results>', 'an earlier run, for the page of changes')
    .option('--history <dir>', 'past runs, for the page of history')
    .option('--explored <place>', 'what explore found; the exploration.json beside the results unless told')
    .action(async (file: string, options: ReportOptions) => {
      const results = await loadResults(file);
      const changes =
        options.since === undefined ? undefined : diff(await loadResults(options.since), results);
      const history = options.history === undefined ? undefined : await readHistory(options.history);
      const exploration = options.explored
        ? loadExploration(options.explored)
        : explorationBeside(await folderOf(file));
      const directory = options.output ?? (await directoryOf(file));
      claimFolder(directory);
      if (options.output !== undefined) await writeResults(results, directory);
      await writeReport(results, directory, {
        ...(changes && { changes }),
        ...(history && { history }),
        ...(exploration && { exploration }),
      });
      console.log(`The report is in ${path.join(directory, 'index.html')}`);
    });
}

/** The folder that a file is in, or the folder itself. */
const folderOf = async (file: string): Promise<string> =>
  (await stat(file)).isDirectory() ? file : path.dirname(file);

/**
 * The directory of results, for pages that link to the results.json beside them.
 *
 * @throws {UserError} for a file of another name: what those pages would link to is not there, or is another run's
 */
async function directoryOf(file: string): Promise<string> {
  if ((await stat(file)).isDirectory()) return file;
  if (path.basename(file) === 'results.json') return path.dirname(file);
  throw new UserError(
    `${file} is not called results.json, which every page of a report links to.`,
    'Say where the report goes, with the results beside it: -o DIR',
  );
}
