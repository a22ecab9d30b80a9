import { expect, test } from '@playwright/test';
import { browsersFromEnvironment, resolveBrowser } from '../../harness/engines/find.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { failingIn } from '../../harness/results/verdict.ts';
import { Rig } from '../../harness/rig/rig.ts';

/**
 * Scenarios of every kind of source, of delivery and of mechanism. The whole corpus:
 * `CONNECT_SRC_WAY_IN=injected npx connect-src run`, which ends with 0 where no verdict differs from what is recorded.
 */
const SAMPLE = ['path-prefix', 'default-src-is-replaced', 'default-src-none', 'wildcard-subdomains'];

for (const browser of browsersFromEnvironment().keys())
  test(`in ${browser} no verdict moves when the driver brings the agent in`, async () => {
    const corpus = await loadCorpus();
    const scenarios = corpus.scenarios.filter(({ scenario }) => SAMPLE.includes(scenario.id));
    expect(scenarios).toHaveLength(SAMPLE.length);
    const choice = resolveBrowser(browser);
    const rig = await Rig.start(choice);
    process.env.CONNECT_SRC_WAY_IN = 'injected';
    try {
      for (const scenario of scenarios) {
        const parts = await runParts([scenario], rig, readRecorded(choice, false), corpus);
        const results = parts.get(scenario.scenario.id);
        if (results === undefined) throw new Error(`no results of ${scenario.scenario.id}`);
        const notes = results.scenarios.flatMap(({ documents }) => documents.map(({ note }) => note));
        expect(notes.every((note) => note?.includes('with the agent injected'))).toBe(true);
        expect(
          failingIn(results).map(({ one, seen }) => `${one.id}: ${seen.status}: ${seen.reason}`),
        ).toEqual([]);
      }
    } finally {
      delete process.env.CONNECT_SRC_WAY_IN;
      await rig.close();
    }
  });
