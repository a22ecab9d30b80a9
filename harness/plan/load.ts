import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { checkAgent } from './check-agent.ts';
import { checkHeaders } from './check-headers.ts';
import { checkHosts } from './check-hosts.ts';
import { checkMarks } from './check-marks.ts';
import { checkWebTransport } from './check-web-transport.ts';
import { expand } from './expand.ts';
import type { PlannedScenario } from './plan.ts';
import { readCorpus, readScenarioFile, type ScenarioSource } from './read-scenarios.ts';

/** All scenarios of a run, checked: whatever is wrong with them is said before any browser starts. */
export interface Corpus {
  scenarios: PlannedScenario[];
  /** The file from outside that the scenarios are, as it was named: no record names their cases. */
  file?: string;
  /** Stands for the content of the corpus: shards can be joined only where it is the same. */
  hash: string;
}

/**
 * Reads the corpus, or one file from outside, and expands it.
 *
 * @param file path of a scenario file; absent for the project's own corpus
 * @throws UserError listing every problem, each with file, scenario, what and fix
 */
export async function loadCorpus(file?: string): Promise<Corpus> {
  const sources = file === undefined ? await readCorpus() : [readScenarioFile(file)];
  const problems: string[] = [];
  const scenarios: PlannedScenario[] = [];
  const owners = new Map<string, string>();
  for (const { scenario, source } of each(sources)) {
    const owner = owners.get(scenario.id);
    if (owner !== undefined)
      problems.push(
        `${source.file}: scenario "${scenario.id}": the id is taken (${owner})\n  Give it an id of its own.`,
      );
    owners.set(scenario.id, source.file);
    try {
      const planned = expand(scenario, source.rule, source.file);
      checkHosts(planned);
      checkMarks(planned);
      checkWebTransport(planned);
      checkHeaders(planned);
      checkAgent(planned);
      scenarios.push(planned);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  const hash = createHash('sha256').update(
    JSON.stringify(sources.map(({ rule, scenarios }) => [rule, scenarios])),
  );
  return { scenarios, ...(file !== undefined && { file }), hash: hash.digest('hex').slice(0, 16) };
}

function* each(sources: readonly ScenarioSource[]) {
  for (const source of sources) for (const scenario of source.scenarios) yield { scenario, source };
}
