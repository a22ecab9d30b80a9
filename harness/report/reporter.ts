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
import { type Results, SCHEMA_VERSION } from '../judgement/results.ts';
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
  #parts: Results[] = [];
  #missing: Results['missing'] = [];
  #shards: Results['shards'];

  printsToStdio(): boolean {
    return false;
  }

  onBegin({ shard }: FullConfig, _suite: Suite): void {
    if (shard) this.#addShard({ total: shard.total, present: [shard.current] });
    mkdirSync(this.#directory, { recursive: true });
    rmSync(this.#journal, { force: true });
  }

  onTestEnd(test: TestCase, { attachments, error, status }: TestResult): void {
    const attached = attachments.find(({ name }) => name === RESULTS_ATTACHMENT);
    const text =
      attached?.body?.toString() ?? (attached?.path ? readFileSync(attached.path, 'utf8') : undefined);
    if (text === undefined) {
      const reason = (error?.message ?? status).split('\n')[0] ?? status;
      this.#missing.push({
        scenario: test.title.split(':')[0] ?? test.title,
        browser: test.parent.project()?.name ?? '',
        reason,
      });
      return;
    }
    appendFileSync(this.#journal, `${text}\n`);
    // Playwright splits all browsers' tests at once: a shard is the run's, and not of the browsers it happens to hold.
    const { shards, ...part } = JSON.parse(text) as Results;
    if (shards) this.#addShard(shards);
    this.#parts.push(part);
  }

  #addShard({ total, present }: NonNullable<Results['shards']>): void {
    const all = new Set([...(this.#shards?.present ?? []), ...present]);
    this.#shards = { total, present: [...all].sort((a, b) => a - b) };
  }

  async onEnd(_result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (this.#parts.length === 0) {
      console.log('\nNo scenario gave results; the report of before is left as it was.');
      return undefined;
    }
    const results = this.#results();
    await writeResults(results, this.#directory);
    await writeReport(results, this.#directory);
    rmSync(this.#journal, { force: true });
    console.log(`\n${summary(results)}\n\nReport: ${path.join(this.#directory, 'index.html')}`);
    // Repeated runs that disagree pass one by one; only together do they fail.
    const failing = results.cases.some(({ observed }) =>
      Object.values(observed).some(({ status }) => !passing.has(status)),
    );
    return failing ? { status: 'failed' } : undefined;
  }

  #results(): Results {
    const [first] = this.#parts as [Results];
    const named = this.#parts.map((results, index) => ({ name: `part ${index + 1}`, results }));
    const gaps: Results = {
      ...first,
      schemaVersion: SCHEMA_VERSION,
      browsers: [],
      scenarios: [],
      cases: [],
      missing: this.#missing,
    };
    const merged = merge([...named, { name: 'gaps', results: gaps }]);
    const missing = [...this.#missing];
    return { ...merged, missing, ...(this.#shards && { shards: this.#shards }) };
  }
}
