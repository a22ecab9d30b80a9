import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import type { Results } from '../judgement/results.ts';
import { passing } from '../judgement/verdict.ts';
import { outputDirectory, RESULTS_ATTACHMENT } from '../run/settings.ts';
import { writeReport } from './html/write-report.ts';
import { merge } from './merge.ts';
import { summary } from './summary.ts';
import { writeResults } from './write-results.ts';

/**
 * The Playwright reporter: journals each scenario's results as they come, and in the end joins them in `results.json`
 * and builds the report. It needs nothing but attachments, so it works on merged blob reports too.
 */
export default class ConformanceReporter implements Reporter {
  readonly #directory = outputDirectory();
  readonly #journal = path.join(this.#directory, 'journal.jsonl');
  #tests: TestCase[] = [];
  readonly #ended = new Set<TestCase>();
  #parts: Results[] = [];
  #missing: Results['missing'] = [];
  #shards: Results['shards'];

  printsToStdio(): boolean {
    return false;
  }

  onBegin({ shard }: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
    if (shard) this.#addShard({ total: shard.total, present: [shard.current] });
    mkdirSync(this.#directory, { recursive: true });
    rmSync(this.#journal, { force: true });
  }

  onTestEnd(test: TestCase, { attachments, error, status }: TestResult): void {
    this.#ended.add(test);
    const attached = attachments.find(({ name }) => name === RESULTS_ATTACHMENT);
    const text =
      attached?.body?.toString() ?? (attached?.path ? readFileSync(attached.path, 'utf8') : undefined);
    if (text === undefined) {
      this.#miss(test, (error?.message ?? status).split('\n')[0] ?? status);
      return;
    }
    appendFileSync(this.#journal, `${text}\n`);
    // Playwright splits all browsers' tests at once: a shard is the run's, and not of the browsers it happens to hold.
    const { shards, ...part } = JSON.parse(text) as Results;
    if (shards) this.#addShard(shards);
    this.#parts.push(part);
  }

  #miss(test: TestCase, reason: string): void {
    this.#missing.push({ scenario: scenarioOf(test), browser: test.parent.project()?.name ?? '', reason });
  }

  #addShard({ total, present }: NonNullable<Results['shards']>): void {
    const all = new Set([...(this.#shards?.present ?? []), ...present]);
    this.#shards = { total, present: [...all].sort((a, b) => a - b) };
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    // `--list` begins and ends as well, and runs nothing: what was left by the last run is none of its business.
    if (this.#ended.size === 0 && status === 'passed') return undefined;
    if (this.#parts.length === 0) {
      console.log('\nNo scenario gave results; the report of before is left as it was.');
      return undefined;
    }
    // Ctrl-C, -x and a global timeout end a run before all of its tests have begun, and nothing else tells of the others.
    for (const test of this.#tests.filter((one) => !this.#ended.has(one)))
      this.#miss(test, 'the run ended before it');
    const results = this.#results();
    await writeResults(results, this.#directory);
    await writeReport(results, this.#directory);
    rmSync(this.#journal, { force: true });
    console.log(`\n${summary(results)}\n\nReport: ${path.join(this.#directory, 'index.html')}`);
    // Repeated runs that disagree pass one by one; only together do they fail.
    const failing = results.cases.some(({ observed }) =>
      Object.values(observed).some(({ status }) => !passing.has(status)),
    );
    // Playwright has already failed any other run, and its own word for why decides the exit code.
    return failing && status === 'passed' ? { status: 'failed' } : undefined;
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

/** A test's title begins with the id of its scenario. */
const scenarioOf = ({ title }: TestCase): string => title.split(':')[0] ?? title;
