import path from 'node:path';
import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { UserError } from '../errors.ts';
import { readReproductions } from '../expectations/reproductions-file.ts';
import { explore } from '../explore/explore.ts';
import { forget } from '../explore/forget.ts';
import { summary, writeExploration } from '../explore/write.ts';
import { claimFolder } from '../results/our-folder.ts';
import { closeBrowsers, startBrowsers } from './start-browsers.ts';

interface Options {
  browsers?: string;
  seed: string;
  minutes: string;
  output: string;
  forget?: string;
}

/** `connect-src explore`: generated policies in real browsers, and findings shrunk to the smallest document. */
export function exploreCommand(): Command {
  return new Command('explore')
    .description('generate documents, look for what is not as specified, and shrink it')
    .option('--seed <number>', 'where the documents begin; the same seed generates the same ones', '1')
    .option('--minutes <number>', 'how long', '10')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--output <dir>', 'where findings go', 'reports/explored')
    .option('--forget <causes>', 'take these for new, to see whether they are found again')
    .addHelpText('after', '\nExit code: 0 nothing new, 1 something new, 2 the input or the set-up is wrong.')
    .action(async (options: Options) => {
      const seed = wholeNumber('--seed', options.seed);
      const minutes = positive('--minutes', options.minutes);
      const choices = await chooseBrowsers(options.browsers);
      const reproductions = readReproductions();
      claimFolder(options.output);
      const browsers = await startBrowsers(choices);
      try {
        const known = forget(options.forget?.split(',') ?? [], browsers, reproductions);
        const deadline = Date.now() + minutes * 60_000;
        const tell = (line: string) => console.error(line);
        const found = await explore(
          known.browsers,
          seed,
          deadline,
          known.reproductions,
          tell,
          known.forgotten,
        );
        writeExploration(found, path.resolve(options.output));
        console.log(summary(found));
        process.exitCode = found.discoveries.length === 0 ? 0 : 1;
      } finally {
        await closeBrowsers(browsers);
      }
    });
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0 && text.trim() !== '') return number;
  throw new UserError(`${name}: "${text}" is no whole number from 0 on`, `Write ${name} 1.`);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UserError(`${name}: "${text}" is no number above 0`, `Write ${name} 10.`);
}
