import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { readCauses } from '../judgement/deviation-causes.ts';
import { deviationsPath } from '../judgement/known-deviations.ts';
import { deviationsOf, UNEXPLAINED } from '../judgement/record-deviations.ts';
import { loadCorpus } from '../plan/load.ts';
import { loadResults } from '../report/load-results.ts';
import { playwrightRun } from './playwright-run.ts';
import { outputDirectory } from './settings.ts';

/** `connect-src record`: writes the known deviations anew from what a full run measured. */
export function recordCommand(): Command {
  return new Command('record')
    .description('write scenarios/known-deviations from the results of a full run')
    .argument('[results]', 'a results.json, or its directory; default: measure everything now')
    .action(async (given?: string) => {
      const path = given ?? outputDirectory();
      if (given === undefined) await playwrightRun({ measure: true });
      const results = await loadResults(path);
      await requireWhole(results.corpus.hash, results.scenarios.length);
      const causes = readCauses();
      for (const { name } of results.browsers) {
        const file = deviationsOf(results, name, causes);
        writeFileSync(deviationsPath(name), `${JSON.stringify(file, null, 1)}\n`);
        const open = file.deviations.filter(({ cause }) => cause === UNEXPLAINED);
        console.log(
          `${name}: ${file.deviations.length} deviations recorded, ${open.length} of them not explained`,
        );
        for (const { id, spec, observed } of open)
          console.log(`  ${id}: specification ${spec}; seen ${Object.keys(observed).join(' | ')}`);
      }
    });
}

/** A part of the corpus would wipe out what is recorded of the rest. */
async function requireWhole(hash: string, scenarios: number): Promise<void> {
  const corpus = await loadCorpus();
  if (corpus.hash === hash && corpus.scenarios.length === scenarios) return;
  throw new UserError(
    'These are not the results of the whole corpus as it stands.',
    'Run all of it first: npx connect-src run',
  );
}
