import { expect, test } from '@playwright/test';
import type { Recorded } from '../../harness/expectations/recorded.ts';
import { judge } from '../../harness/judge/judge.ts';
import type { PlannedScenario } from '../../harness/plan/plan.ts';
import { evidenceOf, plannedCase, step, violationOf } from './fixture.ts';

const plain = plannedCase('connect-src https://api.test', 'https://third.test/');
const one = { ...plain, document: { ...plain.document, reports: 'report-to' as const } };
const scenario = { scenario: { id: 'unit', title: 'Unit' }, rule: 'unit', file: 'unit.ts' };

/** What is recorded: that a report is missing, or nothing. */
const recorded = (...lines: string[]): Recorded => ({
  deviations: {
    of: () => lines.map((observed) => ({ id: 'lost', facet: 'report' as const, observed })),
    mustShow: true,
  },
  disputes: new Set(),
});

/** How a block without a report stands. */
function judged(reportControlSilent: boolean, known: Recorded) {
  const steps = [step('reject', 'TypeError', 'rejects TypeError')];
  const evidence = evidenceOf(one, { steps, violations: [violationOf(one)], reportControlSilent });
  const planned = { ...scenario, documents: [one.document], cases: [one] } as unknown as PlannedScenario;
  const { observation } = judge(planned, one, evidence, known);
  return [observation.status, observation.facets.report.result];
}

test('a missing report is a deviation where a later one came, and says nothing where none did', () => {
  expect(judged(false, recorded())).toEqual(['new deviation', 'deviates']);
  expect(judged(true, recorded())).toEqual(['conforms', 'not judged']);
});

test('where it is recorded that a report is missing, that stands in either case', () => {
  const known = recorded('no report (enforce)');
  expect(judged(false, known)).toEqual(['known deviation', 'deviates']);
  expect(judged(true, known)).toEqual(['known deviation', 'deviates']);
});
