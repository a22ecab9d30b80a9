import { mkdirSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { causesFile } from '../expectations/causes.ts';
import {
  expectationsFolder,
  readExpectations,
  writeExpectations,
} from '../expectations/expectations-file.ts';
import { accept } from '../explore/accept.ts';
import type { Exploration } from '../explore/explore.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import { loadExploration } from '../results/load-exploration.ts';

/** `connect-src accept`: a discovery becomes a scenario of the corpus and a cause. */
export function acceptCommand(): Command {
  return new Command('accept')
    .description('make what explore found a scenario of the corpus, and a cause')
    .argument('<id>', 'the name of the discovery, as explored-1a2b3c4d')
    .requiredOption('--cause <sentence>', 'why the browser does so, in one sentence')
    .option('--from <dir>', 'where explore wrote', 'reports/explored')
    .action((id: string, { cause, from }: { cause: string; from: string }) => {
      const date = new Date().toISOString().slice(0, 10);
      const accepted = accept(loadExploration(from) as Exploration, id, cause, date);
      const folder = new URL('../explored/', expectationsFolder);
      const causes = `causes/${accepted.causes}.json`;
      const { causes: before } = readExpectations(causes, causesFile);
      if (before.some((one) => one.id === id))
        throw new UserError(
          `${id} was accepted before.`,
          'Change its entry in scenarios/expectations/causes/.',
        );
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(`${id}.json`, folder), layOutJson(accepted.file));
      writeExpectations(causes, { causes: [...before, accepted.cause] });
      console.log(`Written: scenarios/explored/${id}.json and an entry in scenarios/expectations/${causes}.`);
      console.log('Next: npm run conformance, and npx connect-src record reports/latest.');
    });
}
