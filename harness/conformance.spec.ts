import { test as base, type TestInfo } from '@playwright/test';
import { failureText } from './cli/failure.ts';
import { isSelected, leave, take } from './cli/hand-over.ts';
import { rigFailure } from './cli/rig-failure.ts';
import { resolveBrowser } from './engines/find.ts';
import { requireOneProxy } from './engines/proxy-port.ts';
import { type RecordedFiles, readRecorded } from './expectations/recorded.ts';
import { runParts } from './judge/part.ts';
import { batches } from './plan/batches.ts';
import { loadCorpus } from './plan/load.ts';
import type { PlannedScenario } from './plan/plan.ts';
import type { Results } from './results/schema.ts';
import { isMeasuring, RESULTS_ATTACHMENT } from './results/settings.ts';
import { visible } from './results/visible.ts';
import { Rig } from './rig/rig.ts';

const corpus = await loadCorpus(process.env.CONNECT_SRC_SCENARIOS);

/** What a worker keeps: its servers and its browser, started when a scenario is first run, and what is recorded of the browser. */
interface Worker {
  rig(): Promise<Rig>;
  recorded: RecordedFiles;
}

const test = base.extend<object, { worker: Worker }>({
  worker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use, { project, config }) => {
      const browser = resolveBrowser(project.name);
      let started: Promise<Rig> | null = null;
      const rig = () => {
        started ??= startOnly(config.workers, () => Rig.start(browser, corpus.hosts)).catch((cause) => {
          throw rigFailure(project.name, cause);
        });
        return started;
      };
      await use({ rig, recorded: readRecorded(browser, corpus.file !== undefined) });
      const last = await (started as Promise<Rig> | null)?.catch(() => null);
      await last?.close();
    },
    { scope: 'worker' },
  ],
});

/** Starts a rig, unless the workers' rigs would be in each other's way. */
async function startOnly(workers: number, start: () => Promise<Rig>): Promise<Rig> {
  requireOneProxy(workers, 'Leave out --workers, or give --workers 1');
  return start();
}

/** The results of a scenario: those left to its test when it ran with another one, else of running its batch from there on. */
async function resultsOf(
  scenario: string,
  batch: readonly PlannedScenario[],
  worker: Worker,
  testInfo: TestInfo,
): Promise<Results> {
  const browser = testInfo.project.name;
  const addressee = { browser, scenario, repetition: testInfo.repeatEachIndex };
  const left = take(addressee);
  if (left !== null) return JSON.parse(left) as Results;
  const from = batch.findIndex((one) => one.scenario.id === scenario);
  const together = batch
    .slice(from)
    .filter(({ scenario: { id } }) => id === scenario || isSelected(browser, id));
  testInfo.setTimeout(testInfo.timeout * together.length);
  const parts = await runParts(together, await worker.rig(), worker.recorded, corpus);
  for (const [id, results] of parts)
    if (id !== scenario) leave({ ...addressee, scenario: id }, JSON.stringify(results));
  return parts.get(scenario) as Results;
}

// One test per scenario and browser: what it saw is attached, and it fails when anything is not as recorded. The tests of a
// batch stay together and in their order: the first of them runs the scenarios of all.
for (const batch of batches(corpus.scenarios))
  test.describe(() => {
    test.describe.configure({ mode: 'default' });
    for (const { scenario } of batch)
      test(`${scenario.id}: ${visible(scenario.title)}`, async ({ worker }, testInfo) => {
        const { shard } = testInfo.config;
        const results = {
          ...(await resultsOf(scenario.id, batch, worker, testInfo)),
          // Told by each part, since a reporter of merged blobs is not told which shards they are of.
          ...(shard && { shards: { total: shard.total, present: [shard.current] } }),
        };
        await testInfo.attach(RESULTS_ATTACHMENT, {
          body: JSON.stringify(results),
          contentType: 'application/json',
        });
        const failure = failureText(results);
        if (failure !== null && !isMeasuring()) throw Object.assign(new Error(failure), { stack: failure });
      });
  });
