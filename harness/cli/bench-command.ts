import { cpus } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { type BrowserMeasured, measure } from '../bench/measure.ts';
import { benchTable } from '../bench/table.ts';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { operatingSystem } from '../engines/identity.ts';
import { loadCorpus } from '../plan/load.ts';
import { writeFileWhole } from '../results/write-file-whole.ts';

interface Options {
  browsers?: string;
  cases: number;
  growth: number[];
  output?: string;
}

/** `connect-src bench`: this harness and the usual way, on the same cases of the corpus. */
export function benchCommand(): Command {
  return new Command('bench')
    .description('measure how many cases a second run in this harness, and with a fresh page for each case')
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--cases <number>', 'how many cases to draw from the corpus, about', count, 300)
    .option(
      '--growth <numbers>',
      'run the harness with so many cases as well, separated by commas',
      (text: string) => text.split(',').map(count),
      [100, 1000, 10_000],
    )
    .option('--output <file>', 'write all that was measured there, as JSON')
    .addHelpText(
      'after',
      '\nThe browser and its servers start before the clock does; one browser runs at a time.',
    )
    .action(async ({ browsers, cases, growth, output }: Options) => {
      const { scenarios, hash } = await loadCorpus();
      const choices = await chooseBrowsers(browsers);
      const machine = { os: operatingSystem(), processors: cpus().length, node: process.version };
      const measured: BrowserMeasured[] = [];
      for (const choice of choices) {
        console.error(`Measuring ${choice.name} …`);
        measured.push(await measure(choice, scenarios, cases, growth));
        if (output === undefined) continue;
        // After each browser: a later one may be lost.
        const all = { measuredAt: new Date().toISOString(), machine, corpus: hash, browsers: measured };
        await writeFileWhole(output, `${JSON.stringify(all, null, 2)}\n`);
      }
      console.log(benchTable(measured));
    });
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It is a number from 1 on.');
  return number;
}
