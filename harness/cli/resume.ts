import { existsSync } from 'node:fs';
import { takeInventory } from '../engines/inventory.ts';
import { UserError } from '../errors.ts';
import { loadCorpus } from '../plan/load.ts';
import type { Journal } from '../results/journal.ts';
import { loadJournalParts } from '../results/load-results.ts';
import type { Results } from '../results/schema.ts';
import { partKey } from './part-key.ts';

/**
 * What an interrupted run has finished, by {@link partKey}; its journal then holds just that. A part with a case that has
 * no verdict is run again.
 *
 * @throws {UserError} where there is nothing to go on with, or it is of another corpus, another version of a browser, or
 *   a run that repeats its scenarios: its results and those of the rest would not be those of one run
 */
export async function finishedParts(journal: Journal): Promise<Map<string, Results>> {
  if (!existsSync(journal.file))
    throw new UserError(`There is no ${journal.file}: no run was interrupted there.`, RUN_ALL);
  const { hash } = await loadCorpus(process.env.CONNECT_SRC_SCENARIOS);
  const versions = new Map((await takeInventory()).map(({ name, version }) => [name, version]));
  const finished = new Map<string, Results>();
  for (const { name, results } of await loadJournalParts(journal.file)) {
    if (results.corpus.hash !== hash)
      throw new UserError(`${name} is of another corpus than the one to run.`, RUN_ALL);
    for (const { name: browser, version } of results.browsers) {
      const now = versions.get(browser) ?? version;
      if (now !== version)
        throw new UserError(`${name} was measured with ${browser} ${version}; it is ${now} now.`, RUN_ALL);
      const key = partKey(browser, results.scenarios[0]?.id ?? '');
      if (finished.has(key))
        throw new UserError(`${name} is a second result of ${key}: its run repeated scenarios.`, RUN_ALL);
      if (isDecided(results)) finished.set(key, results);
    }
  }
  journal.startWith([...finished.values()].map((part) => JSON.stringify(part)));
  return finished;
}

const RUN_ALL = 'Leave --resume out, and run all of it.';

const isDecided = ({ cases }: Results): boolean =>
  cases.every(({ observed }) => Object.values(observed).every(({ status }) => status !== 'inconclusive'));
