import type { Results } from '../../harness/results/schema.ts';
import { results } from './fixture.ts';
import { caseOf, leaked, observation, scenarioOf } from './synthetic-cases.ts';

/** `scenarios` × `casesEach` synthetic cases in three browsers, one in fifty deviating. */
export function manyCases(scenarios: number, casesEach: number): Results {
  const ids = Array.from({ length: scenarios }, (_, index) => `synthetic-${index}`);
  return {
    ...results,
    missing: [],
    scenarios: ids.map((id, index) => scenarioOf(id, `Synthetic scenario ${index}`, `rule-${index % 30}`)),
    cases: ids.flatMap((id, scenario) =>
      Array.from({ length: casesEach }, (_, index) =>
        caseOf(
          id,
          ['fetch', 'WebSocket', 'EventSource', 'sendBeacon'][index % 4] ?? 'fetch',
          `https://third.test/${index}`,
          {
            chromium: observation(),
            firefox: (scenario + index) % 50 === 0 ? leaked('new deviation') : observation(),
            webkit: observation(),
          },
        ),
      ),
    ),
  };
}
