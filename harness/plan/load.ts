import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { checkAgent } from './checks/agent.ts';
import { checkAllowlists } from './checks/allowlists.ts';
import { checkCreators } from './checks/creators.ts';
import { checkHeaders } from './checks/headers.ts';
import { checkHosts } from './checks/hosts.ts';
import { checkMarks } from './checks/marks.ts';
import { checkMetas } from './checks/metas.ts';
import { checkRedirects } from './checks/redirects.ts';
import { checkRequired } from './checks/required.ts';
import { checkUnanswered } from './checks/unanswered.ts';
import { checkWebTransport } from './checks/web-transport.ts';
import { chosenCases } from './chosen-cases.ts';
import { expand } from './expand.ts';
import { hostsOf } from './hosts.ts';
import type { PlannedScenario } from './plan.ts';
import { readCorpus, readScenarioFile, type ScenarioSource } from './read-scenarios.ts';
import { checkWayIn } from './way-in.ts';
import { hosts } from './world.ts';

/** All scenarios of a run, checked: whatever is wrong with them is said before any browser starts. */
export interface Corpus {
  scenarios: PlannedScenario[];
  /** The file from outside that the scenarios are, as it was named: no record names their cases. */
  file?: string;
  /** The hosts that the servers play, and no other: those of the world, or those that the file names. */
  hosts: readonly string[];
  /** Stands for the content of the corpus: shards can be joined only where it is the same. */
  hash: string;
}

/**
 * Reads the corpus, or one file from outside, and expands it. The project's own corpus cannot change while a process
 * runs, which has its modules once: the configuration and the tests of a run are given the same one.
 *
 * @param file path of a scenario file; absent for the project's own corpus
 * @throws UserError listing every problem, each with file, scenario, what and fix
 */
export async function loadCorpus(file?: string): Promise<Corpus> {
  if (file !== undefined) return planned([readScenarioFile(file)], file);
  own ??= readCorpus().then((sources) => planned(sources));
  return own;
}

let own: Promise<Corpus> | undefined;

function planned(sources: readonly ScenarioSource[], file?: string): Corpus {
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
      const one = expand(scenario, source.rule, source.file);
      for (const check of [...checks, ...(file === undefined ? ownChecks : []), checkWayIn]) check(one);
      scenarios.push(one);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  const hash = createHash('sha256').update(
    JSON.stringify(sources.map(({ rule, scenarios }) => [rule, scenarios])),
  );
  return {
    scenarios: chosenCases(scenarios),
    ...(file !== undefined && { file }),
    hosts: file === undefined ? hosts : hostsOf(scenarios),
    hash: hash.digest('hex').slice(0, 16),
  };
}

const checks = [
  checkMarks,
  checkMetas,
  checkCreators,
  checkWebTransport,
  checkHeaders,
  checkRedirects,
  checkRequired,
  checkUnanswered,
  checkAllowlists,
];

/** A file from outside brings its own hosts, and policies that the driver brings the agent past. */
const ownChecks = [checkHosts, checkAgent];

function* each(sources: readonly ScenarioSource[]) {
  for (const source of sources) for (const scenario of source.scenarios) yield { scenario, source };
}
