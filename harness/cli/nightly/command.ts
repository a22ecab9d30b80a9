import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { behaviourChanged, changes } from '../../compare/changes.ts';
import { chooseBrowsers } from '../../engines/choose-browsers.ts';
import { UserError } from '../../errors.ts';
import { seedOfDay } from '../../explore/seed-of-day.ts';
import { writeReport } from '../../report/write-report.ts';
import { exploration } from '../../results/exploration-schema.ts';
import { explorationBeside, loadExploration } from '../../results/load-exploration.ts';
import { loadResults } from '../../results/load-results.ts';
import { parseJsonFile } from '../../results/parse-json-file.ts';
import { exploreBrowsers, minutesOf } from '../explore-browsers.ts';
import { runBrowsers } from '../run-browsers.ts';
import { fetchHistory } from './fetch-history.ts';
import { fileIssue, requireWebLink } from './file-issue.ts';
import { type Night, nightly } from './nightly.ts';
import { requirePlaces } from './places.ts';

const REPORT = 'reports/nightly';

interface NightlyOptions {
  history: string;
  report: string;
  browsers?: string;
  results?: string;
  published?: string;
  explore?: string;
  explored?: string;
}

/**
 * `connect-src nightly`: run, compare with the last run, write report and history, say what changed;
 * `connect-src nightly issue`: tell it on GitHub.
 */
export function nightlyCommand(): Command {
  return new Command('nightly')
    .description('the nightly run, and what it tells people')
    .addCommand(runCommand().exitOverride(), { isDefault: true })
    .addCommand(issueCommand().exitOverride())
    .addHelpText('after', '\nWithout a command it is nightly run, whose options nightly run --help shows.');
}

function runCommand(): Command {
  return new Command('run')
    .description('run, compare with the last run, write report and history, say what changed')
    .requiredOption('--history <dir>', 'past runs; made on the first night')
    .option('--report <dir>', 'where the report goes, with the history in it', REPORT)
    .option('--browsers <names>', 'browsers to run, as in CONNECT_SRC_BROWSERS')
    .option('--results <file>', 'take in these results instead of running')
    .option('--published <url>', 'go on from the history published there, where --history is empty')
    .option('--explore <minutes>', 'then explore for so long, from the seed of the day')
    .option(
      '--explored <place>',
      'take in this exploration.json, or its folder, where it is there, instead of exploring',
    )
    .addHelpText(
      'after',
      '\nExit code: 0 nothing changed and all is as recorded, 1 something changed, fails or is new, 2 set-up.',
    )
    .action(async (options: NightlyOptions) => {
      const places = requirePlaces(options);
      const explore = await explorer(options);
      if (options.results === undefined) await chooseBrowsers(options.browsers);
      if (options.published !== undefined) await fetchHistory(options.published, places.history);
      const outcome = await nightly({
        run: () => (options.results === undefined ? runBrowsers() : loadResults(options.results)),
        ...(explore && { explore }),
        ...places,
        writeReport,
      });
      console.log(outcome.words.join('\n'));
      process.exitCode = outcome.exitCode;
    });
}

/**
 * What explores in this night, found before the run so that a wrong option costs no run.
 *
 * @throws {UserError} where the options contradict each other, or what was explored elsewhere cannot be read
 */
async function explorer({ explore, explored, browsers }: NightlyOptions): Promise<Night['explore'] | null> {
  if (explore !== undefined && explored !== undefined)
    throw new UserError(
      '--explore and --explored are both given.',
      'Explore here, or take in what was explored elsewhere.',
    );
  if (explored !== undefined) {
    // The other machine may have failed: that is no reason to lose a whole night.
    if (!existsSync(explored)) console.error(`Nothing was explored: there is no ${explored}.`);
    const found = existsSync(explored) ? loadExploration(explored) : null;
    return found && (async () => found);
  }
  if (explore === undefined) return null;
  const minutes = minutesOf('--explore', explore);
  const choices = await chooseBrowsers(browsers);
  const seed = seedOfDay(new Date().toISOString().slice(0, 10));
  return async () => exploration.parse(await exploreBrowsers(choices, { seed, minutes }));
}

function issueCommand(): Command {
  return new Command('issue')
    .description(
      'tell what the last nightly run changed or found in one GitHub issue, through the gh command',
    )
    .option('--report <dir>', 'the report of that run', REPORT)
    .option('--link <url>', 'where the report is published')
    .action(async (options: { report: string; link?: string }) => {
      if (options.link !== undefined) requireWebLink(options.link);
      const file = path.join(options.report, 'changes.json');
      const text = await readFile(file, 'utf8').catch(() => {
        throw new UserError(`There is no ${file}.`, 'Run `npx connect-src nightly` first.');
      });
      const found = changes.nullable().parse(parseJsonFile(text, file));
      const changed = found !== null && behaviourChanged(found);
      const discoveries = explorationBeside(options.report)?.discoveries.length ?? 0;
      if (!changed && discoveries === 0) {
        console.log('No browser changed its behaviour, and exploring found nothing new: no issue.');
        return;
      }
      const title = changed ? 'A browser changed its behaviour' : 'Exploring found what nobody has recorded';
      const words = await readFile(path.join(options.report, 'changes.md'), 'utf8');
      console.log(await fileIssue(title, words, options.link, gh));
    });
}

function gh(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('gh', [...args], (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const why = missing ? 'the gh command is not installed' : stderr.trim() || error.message;
      reject(
        new UserError(
          `gh ${args.slice(0, 2).join(' ')} failed: ${why}`,
          'Set GH_TOKEN, and see `gh auth status`.',
        ),
      );
    });
    // One that ends without reading says why by itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
