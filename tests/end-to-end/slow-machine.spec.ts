import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { passing } from '../../harness/results/verdict.ts';
import { Rig } from '../../harness/rig/rig.ts';

// Our servers hold every tunnel and every answer back, each for another time: what overtakes what is chance.

/** Of each of these rules, its smallest scenario: every way to wait that the rig has is among them. */
const rules = [
  'context/network-workers',
  'context/service-workers',
  'mechanism/other-mechanisms',
  'mechanism/outcomes',
  'redirect/chains',
  'report/report-uri',
  'source/scheme',
  'violation/fields',
];

/** Milliseconds. */
const JITTER = 500;

test.afterEach(() => {
  delete process.env.CONNECT_SRC_JITTER;
});

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: on a slow machine no verdict moves, and none is inconclusive`, async () => {
    test.setTimeout(900_000);
    process.env.CONNECT_SRC_JITTER = String(JITTER);
    const corpus = await loadCorpus();
    const sample = rules.map((rule) => {
      const [smallest] = corpus.scenarios
        .filter((one) => one.rule === rule)
        .sort((a, b) => a.cases.length - b.cases.length);
      if (smallest === undefined) throw new Error(`the corpus has no rule ${rule} any more: name another`);
      return smallest;
    });
    const choice = resolveBrowser(browser);
    const rig = await Rig.start(choice);
    try {
      const moved: string[] = [];
      for (const scenario of sample) {
        const parts = await runParts([scenario], rig, readRecorded(choice, false), corpus);
        const cases = [...parts.values()].flatMap((part) => part.cases);
        expect(cases.length).toBeGreaterThan(0);
        for (const { id, observed } of cases) {
          const seen = observed[browser];
          if (seen === undefined || !passing.has(seen.status))
            moved.push(`${id}: ${seen?.verdict}, ${seen?.status}: ${seen?.reason}`);
        }
      }
      expect(moved).toEqual([]);
    } finally {
      await rig.close();
    }
  });
