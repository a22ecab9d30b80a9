import path from 'node:path';
import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { UserError } from '../errors.ts';
import { seedOfDay } from '../explore/seed-of-day.ts';
import { summary, writeExploration } from '../explore/write.ts';
import { claimFolder } from '../results/our-folder.ts';
import { exploreBrowsers, minutesOf } from './explore-browsers.ts';
import { listening } from './listen-options.ts';

interface Options {
  browsers?: string;
  seed: string;
  minutes: string;
  output: string;
  forget?: string;
}

/** `connect-src explore`: generated policies in real browsers, and findings shrunk to the smallest document. */
export function exploreCommand(): Command {
  return listening(new Command('explore'))
    .description('generate documents, look for what is not as specified, and shrink it')
    .option(
      '--seed <number>',
      'where the documents begin, or today; the same seed generates the same ones',
      '1',
    )
    .option('--minutes <number>', 'how long', '10')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--output <dir>', 'where findings go', 'reports/explored')
    .option('--forget <causes>', 'take these for new, to see whether they are found again')
    .addHelpText('after', '\nExit code: 0 nothing new, 1 something new, 2 the input or the set-up is wrong.')
    .action(async (options: Options) => {
      const seed = seedFrom(options.seed);
      const minutes = minutesOf('--minutes', options.minutes);
      const choices = await chooseBrowsers(options.browsers);
      claimFolder(options.output);
      const folder = path.resolve(options.output);
      const forgotten = options.forget?.split(',') ?? [];
      const found = await exploreBrowsers(choices, { seed, minutes, forgotten }, (soFar) =>
        writeExploration(soFar, folder),
      );
      writeExploration(found, folder);
      console.log(summary(found));
      process.exitCode = found.discoveries.length === 0 ? 0 : 1;
    });
}

/** A seed as it was given: a number, or `today`. @throws {UserError} where it is neither */
function seedFrom(text: string): number {
  if (text === 'today') return seedOfDay(new Date().toISOString().slice(0, 10));
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0 && text.trim() !== '') return number;
  throw new UserError(`--seed: "${text}" is no whole number from 0 on`, 'Write --seed 1, or --seed today.');
}
