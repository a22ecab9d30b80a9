import { Command } from 'commander';
import { chooseBrowsers } from '../engines/choose-browsers.ts';
import { readCauses } from '../expectations/causes.ts';
import { writeExpectations } from '../expectations/expectations-file.ts';
import { deviationsPath, hasDeviations, readDeviationsFile } from '../expectations/known-deviations.ts';
import { deviationsOf } from '../expectations/record-deviations.ts';
import { loadCorpus } from '../plan/load.ts';
import { loadResults } from '../results/load-results.ts';
import { requireWhole } from './require-whole.ts';
import { runBrowsers } from './run-browsers.ts';

/** `connect-src record`: writes the known deviations anew from what a full run measured. */
export function recordCommand(): Command {
  return new Command('record')
    .description('write scenarios/expectations/known-deviations from the results of a full run')
    .argument('[results]', 'a results.json, or its directory; default: measure everything now')
    .action(async (given?: string) => {
      const corpus = await loadCorpus();
      const causes = readCauses();
      if (given === undefined) await chooseBrowsers();
      const results = await (given === undefined ? runBrowsers({ measure: true }) : loadResults(given));
      requireWhole(results, corpus);
      for (const { name } of results.browsers) {
        const before = hasDeviations(name) ? readDeviationsFile(name).deviations : [];
        const file = deviationsOf(results, name, causes, before);
        writeExpectations(deviationsPath(name), file);
        const open = file.deviations.filter(({ unexplained }) => unexplained);
        console.log(
          `${name}: ${file.deviations.length} deviations recorded, ${open.length} of them not explained`,
        );
        for (const { id, spec, observed } of open)
          console.log(`  ${id}: specification ${spec}; seen ${Object.keys(observed).join(' | ')}`);
      }
    });
}
