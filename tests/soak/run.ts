import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir, type } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { watchMemory } from '../../harness/bench/memory.ts';
import { runBrowsers } from '../../harness/cli/run-browsers.ts';
import { chooseBrowsers } from '../../harness/engines/choose-browsers.ts';
import { isUserError } from '../../harness/errors.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { requireSame, toGoOnWith } from './go-on.ts';
import { countRun, isRecordedRace, isWhole, Sightings, type SoakRecord } from './record.ts';
import { README, readRecords, SOAK_FOLDER, stability, withStability } from './stability.ts';

// Runs the corpus again and again, and writes down what was not the same. Start it with: npm run soak -- --runs 10

/** How often memory is looked at, in milliseconds: over hours, often enough, and too seldom to disturb. */
const MEMORY_EVERY = 5_000;

interface Options {
  runs: number;
  browsers?: string;
  grep?: string;
  busy: number;
  jitter: number;
  output: string;
  continue?: true;
}

const count = (least: number) => (text: string) => {
  if (/^\d{1,5}$/.test(text) && Number(text) >= least) return Number(text);
  throw new InvalidArgumentError(`Give a number from ${least} to 99999.`);
};

const command = new Command('soak')
  .description('run the corpus again and again, and record every case that is not seen alike in each run')
  .requiredOption('--runs <n>', 'how often; two at least', count(2))
  .option('--browsers <names>', 'only these, separated by commas')
  .option('--grep <pattern>', 'only scenarios whose title matches')
  .option('--busy <n>', 'processes that keep the machine busy meanwhile', count(0), 0)
  .option('--jitter <ms>', 'how long servers hold tunnels and answers back, at most', count(0), 0)
  .option('--continue', 'go on with the newest record of the same corpus that has fewer runs')
  .option('--output <dir>', 'where the record goes', SOAK_FOLDER)
  .addHelpText(
    'after',
    '\nExit code: 0 no case flipped but by a recorded race, 1 some did, 2 the set-up is wrong.',
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

/** Keeps processors busy until it is stopped, or this process ends. */
function keepBusy(processes: number): { stop(): void } {
  const script =
    'process.stdin.on("close", () => process.exit()).resume(); setInterval(() => { for (const end = Date.now() + 50; Date.now() < end; ); }, 0)';
  const started = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return { stop: () => started.forEach((child) => void child.kill()) };
}

async function soak({ runs, browsers, grep, busy, jitter, output, ...more }: Options): Promise<SoakRecord> {
  const named = browsers ?? process.env.CONNECT_SRC_BROWSERS ?? null;
  await chooseBrowsers(browsers);
  process.env.CONNECT_SRC_JITTER = String(jitter);
  mkdirSync(output, { recursive: true });
  const { hash, scenarios } = await loadCorpus();
  const ids = scenarios.flatMap(({ cases }) => cases.map(({ id }) => id));
  const asked = { runs, browsers: named, grep: grep ?? null, busy, jitterMs: jitter };
  const record: SoakRecord = more.continue
    ? toGoOnWith(readRecords(output), hash, asked)
    : {
        startedAt: new Date().toISOString(),
        asked,
        system: { os: `${type()} ${release()}`, node: process.version },
        corpus: hash,
        browsers: [],
        runs: [],
        flips: [],
        incidents: [],
      };
  const sightings = Sightings.of(record, ids);
  const load = keepBusy(busy);
  try {
    for (let run = record.runs.length + 1; run <= runs; run++) {
      const results = mkdtempSync(path.join(tmpdir(), 'connect-src-soak-'));
      const endOfWatch = watchMemory(MEMORY_EVERY);
      try {
        const seen = await runBrowsers({
          output: results,
          args: ['--reporter=dot,./harness/cli/reporter.ts', ...(grep === undefined ? [] : ['--grep', grep])],
          measure: true,
        });
        const seenWith = seen.browsers.map(({ name, version }) => ({ name, version }));
        if (run > 1) requireSame(record.browsers, seenWith);
        sightings.add(seen);
        record.browsers = seenWith;
        record.first ??= sightings.first(
          seenWith.map(({ name }) => name),
          ids,
        );
        record.runs.push(countRun(seen, endOfWatch()));
        record.incidents.push(
          ...(seen.incidents ?? []).map(({ scenario, browser, kind, what }) => ({
            ...{ run, scenario, browser },
            what: `${kind}: ${what}`,
          })),
        );
        record.flips = sightings.flips();
        // After every run: what has been seen by then is not lost with a later one.
        const file = path.join(output, `${record.startedAt.slice(0, 16).replace(':', '-')}.json`);
        writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
        console.log(`Run ${run} of ${runs}: ${JSON.stringify(record.runs.at(-1))}`);
      } finally {
        endOfWatch();
        rmSync(results, { recursive: true, force: true });
      }
    }
  } finally {
    load.stop();
  }
  return record;
}

try {
  const options = command.parse().opts<Options>();
  const record = await soak(options);
  for (const { browser, case: id, seen } of record.flips)
    console.log(`${browser}: ${id}: ${seen.join(' | ')}`);
  const races = record.flips.filter(isRecordedRace).length;
  console.log(`${record.runs.length} runs, ${record.flips.length} flips, ${races} of them recorded races.`);
  if (isWhole(record) && options.output === SOAK_FOLDER)
    writeFileSync(README, withStability(readFileSync(README, 'utf8'), stability(readRecords())));
  process.exitCode = record.flips.length === races ? 0 : 1;
} catch (error) {
  if (!isUserError(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
