import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { UserError } from '../errors.ts';
import { writeExpectations } from '../expectations/expectations-file.ts';
import { readRecorded } from '../expectations/recorded.ts';
import { REPRODUCTIONS, type Reproductions, readReproductions } from '../expectations/reproductions-file.ts';
import { reproduce } from '../explore/reproduce.ts';
import { loadCorpus } from '../plan/load.ts';
import { startRig } from './start-browsers.ts';

/** `connect-src reproduce`: the smallest document for every recorded cause. */
export function reproduceCommand(): Command {
  return new Command('reproduce')
    .description(
      'shrink the simplest case of each recorded cause, and write scenarios/expectations/reproductions.json',
    )
    .argument('[causes...]', 'only these')
    .option('--browsers <names>', 'only these, separated by commas')
    .action(async (causes: string[], options: { browsers?: string }) => {
      const choices = await chooseBrowsers(options.browsers);
      const { scenarios } = await loadCorpus();
      const byId = new Map(scenarios.map((one) => [one.scenario.id, one]));
      let all = readReproductions();
      const asked = choices.map((choice) => {
        const recorded = readRecorded(choice, true);
        const wanted = recorded.known.filter(({ id }) => causes.length === 0 || causes.includes(id));
        return { choice, recorded, wanted };
      });
      const unknown = causes.find((cause) =>
        asked.every(({ wanted }) => wanted.every(({ id }) => id !== cause)),
      );
      if (unknown !== undefined)
        throw new UserError(
          `no deviation of ${choices.map(({ name }) => name).join(', ')} has the cause ${unknown}`,
          'Write it as in scenarios/expectations/causes/, and name a browser that has it with --browsers.',
        );
      for (const { choice, recorded, wanted } of asked.filter((one) => one.wanted.length > 0)) {
        const { name } = choice;
        const rig = await startRig(choice);
        try {
          // Of a browser of which nothing is recorded, everything it shows is to be explained.
          const unrecorded = { ...recorded, deviations: { mustShow: false, of: () => [] } };
          for (const deviation of wanted) {
            const found = await reproduce({ name, rig, recorded: unrecorded }, deviation, byId);
            console.log(
              `${name}: ${deviation.id}: ${found ? JSON.stringify(found.document) : 'no case shows it alone'}`,
            );
            if (found === null) continue;
            all = all.filter((one) => one.browser !== name || one.cause !== deviation.id).concat(found);
            write(all);
          }
        } finally {
          await rig.close();
        }
      }
    });
}

const write = (all: Reproductions): void =>
  writeExpectations(REPRODUCTIONS, {
    reproductions: all.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)),
  });

const key = ({ browser, cause }: Reproductions[number]): string => `${browser} ${cause}`;
