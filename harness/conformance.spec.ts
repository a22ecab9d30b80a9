import { test as base } from '@playwright/test';
import { resolveBrowser } from './engines/find.ts';
import { Rig } from './evidence/rig.ts';
import { type RecordedFiles, readRecorded } from './judgement/recorded.ts';
import { loadCorpus } from './plan/load.ts';
import { failureText } from './run/failure.ts';
import { runPart } from './run/part.ts';
import { isMeasuring, RESULTS_ATTACHMENT } from './run/settings.ts';

const corpus = await loadCorpus(process.env.CONNECT_SRC_SCENARIOS);

/** One rig per worker: its servers and its browser are started once, and what is recorded of the browser is read once. */
const test = base.extend<object, { rig: Rig; recorded: RecordedFiles }>({
  rig: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use, { project }) => {
      const rig = await Rig.start(resolveBrowser(project.name));
      await use(rig);
      await rig.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  recorded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use, { project }) =>
      use(readRecorded(resolveBrowser(project.name), corpus.file !== undefined)),
    { scope: 'worker' },
  ],
});

// One test per scenario and browser: what it saw is attached, and it fails when anything is not as recorded.
for (const scenario of corpus.scenarios) {
  const { id, title } = scenario.scenario;
  test(`${id}: ${title}`, async ({ rig, recorded }, testInfo) => {
    const { shard } = testInfo.config;
    const results = {
      ...(await runPart(scenario, rig, recorded, corpus)),
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
}
