import { expect, test } from '@playwright/test';
import { unmoved } from '../../harness/expectations/unmoved.ts';
import { expand } from '../../harness/plan/expand.ts';
import type { PlannedCase } from '../../harness/plan/plan.ts';
import { moveOf, onlyMoving, sabotaged, sabotages } from '../../harness/plan/sabotage.ts';
import type { Observation, Results } from '../../harness/results/schema.ts';
import type { Verdict } from '../../harness/results/verdict.ts';

const scenario = expand(
  {
    id: 'unit',
    title: 'Unit',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'fetch',
        allows: ['https://api.test/'],
        // The second is mixed content: no policy lets it through.
        blocks: ['https://third.test/', 'http://third.test/'],
      },
    ],
  },
  'unit',
  'unit.ts',
);
const [allowed, blocked, mixed] = scenario.cases as [PlannedCase, PlannedCase, PlannedCase];

test('what is blocked notices that its policy is stripped, what is allowed that nothing may connect', () => {
  expect(moveOf(blocked, sabotages)).toEqual({ sabotage: 'strip-policy', should: 'allowed' });
  expect(moveOf(allowed, sabotages)).toEqual({ sabotage: 'add-none', should: 'blocked' });
  expect(moveOf(mixed, sabotages)).toBeNull();
  expect(onlyMoving(scenario, ['strip-policy']).cases).toEqual([blocked]);
});

test('where a frame requires one policy, the one that lets nothing connect takes its place', () => {
  const documents = ['required-csp-frame', 'frame'].map((context) => ({
    ...{ context, policy: 'connect-src https://api.test', by: 'fetch' },
    allows: ['https://api.test/'],
  }));
  const { documents: planned } = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  expect(planned.map((one) => sabotaged(one, 'add-none').policy)).toEqual([
    ["connect-src 'none'"],
    ['connect-src https://api.test', "connect-src 'none'"],
  ]);
});

/** Results in which every case has these verdicts, by browser. */
const seen = (verdicts: Record<string, Verdict>) =>
  ({
    cases: scenario.cases.map(({ id }) => ({
      id,
      observed: Object.fromEntries(
        Object.entries(verdicts).map(([browser, verdict]) => [browser, { verdict } as Observation]),
      ),
    })),
  }) as unknown as Results;

test('a case that keeps its verdict is listed, with its explanation where there is one', () => {
  const results = seen({ chromium: 'allowed', webkit: 'unsupported' });
  expect(unmoved(scenario.cases, results, [])).toEqual([
    {
      id: allowed.id,
      browser: 'chromium',
      sabotage: 'add-none',
      should: 'blocked',
      did: 'allowed',
      why: null,
    },
  ]);
  const explanations = [{ browsers: ['chromium'], mechanisms: '^fetch$', why: 'It never does.' }];
  expect(unmoved(scenario.cases, results, explanations).map(({ why }) => why)).toEqual(['It never does.']);
});
