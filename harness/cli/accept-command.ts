import { mkdirSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { causesFile } from '../expectations/causes.ts';
import {
  expectationsFolder,
  readExpectations,
  writeExpectations,
} from '../expectations/expectations-file.ts';
import { readDeviations } from '../expectations/known-deviations.ts';
import { REDISCOVERIES, readRediscoveries } from '../expectations/reproductions-file.ts';
import { accept, acceptAs } from '../explore/accept.ts';
import type { Exploration } from '../explore/explore.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import { loadExploration } from '../results/load-exploration.ts';

/** `connect-src accept`: a discovery becomes a scenario of the corpus and a cause, or is filed under a recorded cause. */
export function acceptCommand(): Command {
  return new Command('accept')
    .description(
      'make what explore found a scenario of the corpus, and a cause; or file it under a recorded cause',
    )
    .argument('<id>', 'the name of the discovery, as explored-1a2b3c4d')
    .option('--cause <sentence>', 'it is new: why the browser does so, in one sentence')
    .option('--as <id>', 'it is known: the id of the recorded cause')
    .option('--from <dir>', 'where explore wrote', 'reports/explored')
    .action((id: string, { cause, as, from }: { cause?: string; as?: string; from: string }) => {
      if ((cause === undefined) === (as === undefined))
        throw new UserError(
          `accept ${id}: ${as === undefined ? 'neither --cause nor --as says' : 'both --cause and --as say'} what it is`,
          'Write --cause with a sentence for what is new, or --as with the id of a recorded cause.',
        );
      const found = loadExploration(from) as Exploration;
      if (cause !== undefined) addCause(found, id, cause);
      else file(found, id, as as string);
    });
}

function addCause(found: Exploration, id: string, sentence: string): void {
  const accepted = accept(found, id, sentence, new Date().toISOString().slice(0, 10));
  const folder = new URL('../explored/', expectationsFolder);
  const causes = `causes/${accepted.causes}.json`;
  const { causes: before } = readExpectations(causes, causesFile);
  if (before.some((one) => one.id === id))
    throw new UserError(`${id} was accepted before.`, 'Change its entry in scenarios/expectations/causes/.');
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${id}.json`, folder), layOutJson(accepted.file));
  writeExpectations(causes, { causes: [...before, accepted.cause] });
  console.log(`Written: scenarios/explored/${id}.json and an entry in scenarios/expectations/${causes}.`);
  console.log('Next: npm run conformance, and npx connect-src record reports/latest.');
}

function file(found: Exploration, id: string, cause: string): void {
  const filed = acceptAs(found, id, cause, (browser) => readDeviations(browser).map((one) => one.id));
  writeExpectations(REDISCOVERIES, { reproductions: [...readRediscoveries(), ...filed] });
  console.log(`Written: scenarios/expectations/${REDISCOVERIES}. Exploring takes it for known from now on.`);
}
