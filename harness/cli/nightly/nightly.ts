import { behaviourChanged, type Changes } from '../../compare/changes.ts';
import { changesInWords } from '../../compare/changes-in-words.ts';
import { diff } from '../../compare/diff.ts';
import { readHistory, readLastRun } from '../../compare/history-directory.ts';
import { recordRun } from '../../compare/run-record.ts';
import { UserError } from '../../errors.ts';
import type { ExplorationRecord } from '../../results/exploration-schema.ts';
import { absentShards } from '../../results/merge-shards.ts';
import type { Results } from '../../results/schema.ts';
import { failingIn } from '../../results/verdict.ts';
import { exploredInWords } from './explored-in-words.ts';
import { type Publication, publish } from './publish.ts';

/** One night. */
export interface Night {
  /** Runs every browser, or takes in a run made elsewhere. */
  run(): Promise<Results>;
  /** Explores once the run is whole, or takes in what was explored elsewhere; absent where nothing is explored. */
  explore?(): Promise<ExplorationRecord>;
  /** The directory of past runs; made on the first night. */
  history: string;
  /** The directory of the published report, with the history in it; replaced as a whole. */
  report: string;
  writeReport: Publication['writeReport'];
}

export interface NightOutcome {
  /** 0: no browser changed its behaviour, every case stands as recorded and nothing new was explored; 1 otherwise. */
  exitCode: 0 | 1;
  /** What changed since the last good run; null on the first night. */
  changes: Changes | null;
  /** The same for people, one line a fact. */
  words: string[];
}

/**
 * Runs, compares with the last good run, and replaces report and history together.
 * A run without one of its browsers or shards is not a good one: nothing is written, so that the next night is
 * compared with the last run that was whole.
 *
 * @throws {UserError} where the run is not whole, or the history cannot be read; report and history are as they were
 */
export async function nightly(night: Night): Promise<NightOutcome> {
  const past = await readHistory(night.history);
  const last = await readLastRun(night.history);
  const results = await night.run();
  requireComplete(results);
  const exploration = (await night.explore?.()) ?? null;
  const changes = last === null ? null : diff(last, results);
  const record = recordRun(results, changes);
  const words = [
    headline(results),
    '',
    ...(changes ? changesInWords(changes) : firstNight()),
    '',
    ...failingInWords(results),
    ...(exploration ? ['', ...exploredInWords(exploration)] : []),
  ];
  await publish({ ...night, results, record, changes, exploration, words, past });
  const changed = changes !== null && behaviourChanged(changes);
  const isNew = exploration !== null && exploration.discoveries.length > 0;
  return { exitCode: changed || isNew || failingIn(results).length > 0 ? 1 : 0, changes, words };
}

/** A scenario that gave no result is a finding of the night; a browser or a shard that took no part is half a night. */
function requireComplete(results: Results): void {
  const answered = new Set(results.cases.flatMap(({ observed }) => Object.keys(observed)));
  const silent = new Set(results.missing.map(({ browser }) => browser).filter((name) => !answered.has(name)));
  const absent = results.shards === undefined ? [] : absentShards(results.shards);
  if (silent.size === 0 && absent.length === 0) return;
  const names = [
    ...[...silent].map((name) => `the browser ${name}`),
    ...absent.map((number) => `shard ${number} of ${results.shards?.total}`),
  ];
  throw new UserError(
    `The run is without ${names.join(', ')}, so it was neither kept nor published.`,
    'Run what is missing, and try again; the last report and the history are as they were.',
  );
}

function headline(results: Results): string {
  const browsers = results.browsers.map(({ name, version }) => `${name} ${version}`).join(', ');
  return `${results.startedAt.slice(0, 10)}: ${results.cases.length} cases in ${browsers}`;
}

function firstNight(): string[] {
  return ['This is the first run of this history: there is nothing to compare it with.'];
}

function failingInWords(results: Results): string[] {
  const count = failingIn(results).length;
  return [
    count === 0
      ? 'Every case stands as recorded.'
      : `Results that do not stand as recorded: ${count}; see the report.`,
  ];
}
