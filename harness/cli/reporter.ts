import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { isUserError } from '../errors.ts';
import { writeReport } from '../report/write-report.ts';
import { Journal } from '../results/journal.ts';
import { merge } from '../results/merge.ts';
import { claimFolder } from '../results/our-folder.ts';
import type { Results } from '../results/schema.ts';
import { isResuming, isSabotaged, outputDirectory, RESULTS_ATTACHMENT } from '../results/settings.ts';
import { summary } from '../results/summary.ts';
import { failingIn } from '../results/verdict.ts';
import { writeResults } from '../results/write-results.ts';
import { beginHandOver } from './hand-over.ts';
import { partKey } from './part-key.ts';
import { finishedParts } from './resume.ts';
import { lockFolder } from './run-lock.ts';

/** The input or the set-up is wrong; see the README. */
const SET_UP = 2;

/** Why a scenario that had not ended has no result. */
const INTERRUPTED = 'the run ended before it';

/**
 * The Playwright reporter: journals each scenario's results as they come, and in the end joins them in `results.json`
 * and builds the report. It needs nothing but attachments, so it works on merged blob reports too.
 */
export default class ConformanceReporter implements Reporter {
  readonly #directory = outputDirectory();
  #journal: Journal | null = null;
  #tests: TestCase[] = [];
  readonly #ended = new Set<TestCase>();
  #parts: Results[] = [];
  /** What an interrupted run, which this one finishes, has left; by {@link partKey}. */
  #finished: ReadonlyMap<string, Results> = new Map();
  #missing: Results['missing'] = [];
  #shards: Results['shards'];
  /** Set where the run cannot say what its exit code is to say. */
  #exitCode: number | null = null;

  printsToStdio(): boolean {
    return false;
  }

  async preprocess({ suite, testRun }: Parameters<NonNullable<Reporter['preprocess']>>[0]): Promise<void> {
    if (!isResuming() || isList()) return;
    await orExit(async () => {
      const journal = this.#open();
      this.#finished = await finishedParts(journal);
    });
    for (const test of suite.allTests())
      if (this.#finished.has(keyOf(test))) testRun.skip(test, 'finished before the run was interrupted');
    console.log(`${this.#finished.size} scenarios of the interrupted run are taken over.`);
  }

  onBegin({ shard }: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
    if (shard) this.#addShard({ total: shard.total, present: [shard.current] });
    // `--list` begins as well, and runs nothing: what another run has left is none of its business.
    if (isList()) return;
    try {
      this.#open();
      beginHandOver(this.#tests.map(keyOf).filter((key) => !this.#finished.has(key)));
    } catch (error) {
      exitWith(error);
    }
  }

  /** Before any browser starts: the folder is ours, can be written, and no other run is writing there. */
  #open(): Journal {
    if (this.#journal) return this.#journal;
    claimFolder(this.#directory);
    process.once('exit', lockFolder(this.#directory, console.log));
    this.#journal = new Journal(this.#directory, { sabotaged: isSabotaged(), resume: isResuming() });
    return this.#journal;
  }

  onTestEnd(test: TestCase, { attachments, error, status }: TestResult): void {
    this.#ended.add(test);
    const before = this.#finished.get(keyOf(test));
    if (before) {
      this.#take(before);
      return;
    }
    // What a browser that was closed under it has not shown says nothing of the browser.
    if (status === 'interrupted') {
      this.#miss(test, INTERRUPTED);
      return;
    }
    const attached = attachments.find(({ name }) => name === RESULTS_ATTACHMENT);
    if (attached === undefined) {
      this.#miss(test, (error?.message ?? status).split('\n')[0] ?? status);
      return;
    }
    try {
      const text = attached.body?.toString() ?? readFileSync(attached.path ?? '', 'utf8');
      // What cannot be written is kept all the same.
      this.#take(JSON.parse(text));
      this.#write(text);
    } catch (unread) {
      this.#miss(test, `its results cannot be read: ${(unread as Error).message}`);
    }
  }

  #take({ shards, ...part }: Results): void {
    // Playwright splits all browsers' tests at once: a shard is the run's, and not of the browsers it happens to hold.
    if (shards) this.#addShard(shards);
    this.#parts.push(part);
  }

  #write(line: string): void {
    const complete = this.#journal?.lacking === 0;
    const problem = this.#journal?.add(line) ?? null;
    if (problem !== null && complete)
      console.error(`The journal cannot be written, and is tried again with each scenario: ${problem}`);
  }

  #miss(test: TestCase, reason: string): void {
    this.#missing.push({ scenario: scenarioOf(test), browser: browserOf(test), reason });
  }

  #addShard({ total, present }: NonNullable<Results['shards']>): void {
    const all = new Set([...(this.#shards?.present ?? []), ...present]);
    this.#shards = { total, present: [...all].sort((a, b) => a - b) };
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    // `--list` ends as well.
    if (isList() || (this.#ended.size === 0 && status === 'passed')) return undefined;
    // Ctrl-C, -x and a global timeout end a run before all of its tests have begun, and nothing else tells of the others.
    const unbegun = this.#tests.filter((one) => !this.#ended.has(one));
    for (const test of unbegun) {
      const before = this.#finished.get(keyOf(test));
      if (before) this.#take(before);
      else this.#miss(test, INTERRUPTED);
    }
    if (this.#parts.length === 0) {
      console.log('\nNo scenario gave results; the report of before is left as it was.');
      // Ctrl-C is no fault of the set-up.
      if (status === 'failed' && this.#missing.length > 0) this.#setUpFailed();
      return undefined;
    }
    const results = this.#results();
    try {
      await writeResults(results, this.#directory);
      await writeReport(results, this.#directory);
    } catch (error) {
      this.#tellLost(error as Error);
      return undefined;
    }
    console.log(`\n${summary(results)}\n\nReport: ${path.join(this.#directory, 'index.html')}`);
    if (status === 'interrupted' || status === 'timedout')
      console.log('To run the rest of it: npx connect-src run --resume');
    else this.#journal?.remove();
    // Repeated runs that disagree pass one by one; only together do they fail. Playwright has already failed any other
    // run, and its own word for why decides the exit code.
    return failingIn(results).length > 0 && status === 'passed' ? { status: 'failed' } : undefined;
  }

  /** Playwright would end with 1, which says that something differs. */
  onExit(): Promise<void> {
    if (this.#exitCode !== null) process.exit(this.#exitCode);
    return Promise.resolve();
  }

  #setUpFailed(): void {
    this.#exitCode = SET_UP;
    const [first] = this.#missing;
    console.error(`The first of them: ${first?.scenario} in ${first?.browser}: ${first?.reason}`);
  }

  #tellLost(error: Error): void {
    this.#exitCode = SET_UP;
    const lacking = this.#journal?.lacking ?? 0;
    console.error(
      [
        `The results cannot be written to ${this.#directory}: ${error.message}`,
        lacking === 0
          ? `  Nothing is lost: ${this.#journal?.file} holds every scenario. Make room, then: npx connect-src run --resume`
          : `  The last ${lacking} of ${this.#parts.length} results are lost. Make room, then: npx connect-src run --resume`,
      ].join('\n'),
    );
  }

  #results(): Results {
    const merged = merge(this.#parts.map((results, index) => ({ name: `part ${index + 1}`, results })));
    return {
      ...merged,
      corpus: { ...merged.corpus, selected: new Set(this.#tests.map(scenarioOf)).size },
      missing: this.#missing,
      ...(this.#shards && { shards: this.#shards }),
    };
  }
}

const isList = (): boolean => process.argv.includes('--list');

/** A test's title begins with the id of its scenario. */
const scenarioOf = ({ title }: TestCase): string => title.split(':')[0] ?? title;

const browserOf = (test: TestCase): string => test.parent.project()?.name ?? '';

const keyOf = (test: TestCase): string => partKey(browserOf(test), scenarioOf(test));

async function orExit(work: () => Promise<void>): Promise<void> {
  await work().catch(exitWith);
}

/** A reporter that throws is only told of by Playwright, which then runs everything. */
function exitWith(error: unknown): never {
  if (!isUserError(error)) throw error;
  console.error(error.message);
  process.exit(SET_UP);
}
