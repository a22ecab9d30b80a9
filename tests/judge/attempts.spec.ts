import { expect, test } from '@playwright/test';
import { collectWithAttempts, lacksReports, whichStands } from '../../harness/judge/attempts.ts';
import { isDoubtful } from '../../harness/judge/doubtful.ts';
import { observe, restsOnSilence } from '../../harness/judge/observe.ts';
import type { PlannedScenario } from '../../harness/plan/plan.ts';
import type { Evidence } from '../../harness/rig/evidence.ts';
import type { Rig } from '../../harness/rig/rig.ts';
import { arrived, evidenceOf, plannedCase, step, violationOf } from './fixture.ts';

const one = plannedCase('connect-src https://api.test', 'https://third.test/');
const nothing = evidenceOf(one, { calledAt: null });
const blocked = evidenceOf(one, { steps: [step('reject', 'TypeError', 'rejects TypeError')] });
const allowed = evidenceOf(one, { network: [arrived()] });

test('the first verdict on a case stands, whatever a later attempt sees', () => {
  expect(whichStands(one, undefined, blocked)).toBe(blocked);
  expect(whichStands(one, nothing, allowed)).toBe(allowed);
  expect(whichStands(one, blocked, allowed)).toBe(blocked);
});

test('where a later attempt is the same but for its reports, it is the one that stands', () => {
  const reported = { ...blocked, reports: [arrived(0, 'report')] };
  expect(whichStands(one, blocked, reported)).toBe(reported);
  expect(whichStands(one, reported, blocked)).toBe(reported);
});

test('reports that come with another outcome or event do not replace what was seen first', () => {
  const reports = [arrived(0, 'report')];
  const steps = [step('throw', 'SecurityError', 'throws SecurityError')];
  expect(whichStands(one, blocked, { ...blocked, reports, steps })).toBe(blocked);
  const told = { ...blocked, violations: [violationOf(one)] };
  expect(whichStands(one, told, { ...told, reports, violations: [] })).toBe(told);
});

test('where script was not told all it can be, a later attempt that was told further steps stands, and no other one', () => {
  const cut = evidenceOf(one, {
    settled: false,
    steps: [step('return', '', 'returns')],
    violations: [violationOf(one)],
  });
  const whole = { ...cut, settled: true, steps: [...cut.steps, step('event', 'error', 'error')] };
  expect(whichStands(one, cut, whole)).toBe(whole);
  expect(whichStands(one, whole, cut)).toBe(whole);
  expect(whichStands(one, cut, { ...whole, steps: [step('event', 'error', 'error'), ...cut.steps] })).toBe(
    cut,
  );
  expect(whichStands(one, cut, { ...whole, violations: [] })).toBe(cut);
  const settled = { ...cut, settled: true };
  expect(whichStands(one, settled, whole)).toBe(settled);
});

test('reports are waited for again where events outnumber them, and a policy of the document reports', () => {
  const told = { ...blocked, violations: [violationOf(one)] };
  const lacking = (changes: object, evidence = told) =>
    lacksReports({ ...one, document: { ...one.document, ...changes } }, evidence);
  expect(lacking({ reports: 'report-uri' })).toBe(true);
  expect(lacking({ reports: 'report-uri' }, { ...told, reports: [arrived(0, 'report')] })).toBe(false);
  expect(lacking({ reports: null })).toBe(false);
  const meta = { policy: [], meta: one.document.policy };
  expect(lacking({ ...meta, reports: 'report-uri' })).toBe(false);
  expect(lacking({ ...meta, reports: 'report-to' })).toBe(true);
});

test('an event that is fired again needs no report of its own, unless there is another policy to send it', () => {
  const violation = violationOf(one);
  const told = { ...blocked, violations: [violation, violation], reports: [arrived(0, 'report')] };
  const lacking = (policy: string[], evidence: Evidence) =>
    lacksReports(
      { ...one, document: { ...one.document, policy, meta: [], reportOnly: [], reports: 'report-uri' } },
      evidence,
    );
  const [only = ''] = one.document.policy;
  expect(lacking([only], told)).toBe(false);
  expect(lacking([only, only], told)).toBe(true);
  expect(lacking([only], { ...told, reports: [] })).toBe(true);
  const other = { ...violation, fields: { ...violation.fields, disposition: 'report' } };
  expect(lacking([only], { ...told, violations: [violation, other] })).toBe(true);
});

/** Looks at the case with a rig that has no browser: what each look sees is given. */
async function lookAt(looks: readonly Evidence[], doubts = true, doubtful = restsOnSilence, of = one) {
  let looked = 0;
  const servers = { ledger: { strays: () => [] } };
  const rig = { servers, restart: async () => {} } as unknown as Rig;
  const scenario = { scenario: { id: 'unit' }, documents: [of.document], cases: [of] };
  const { evidence, incidents } = await collectWithAttempts([scenario as unknown as PlannedScenario], rig, {
    doubts: (each, seen) => doubts && doubtful(each, seen),
    look: async () => new Map([[of.id, looks[looked++] as Evidence]]),
  });
  return { looked, incidents, ...observe(of, evidence.get(of.id) as Evidence) };
}

test('a block that only a failure tells of, and that is doubted, has to be seen twice', async () => {
  const { looked, verdict, incidents } = await lookAt([blocked, blocked]);
  expect([looked, verdict]).toEqual([2, 'blocked']);
  expect(incidents).toMatchObject([
    { kind: 'run again', what: expect.stringContaining('rejects TypeError') },
  ]);
});

test('one that is let through the second time is neither, and both looks are told', async () => {
  const { looked, verdict, reason } = await lookAt([blocked, allowed]);
  expect([looked, verdict]).toEqual([2, 'inconclusive']);
  expect(reason).toContain('It was seen blocked, and then allowed: Script saw: rejects TypeError');
});

test('where the verdict is the same and nothing is to be doubted any more, both looks are told as well', async () => {
  const told = { ...blocked, violations: [violationOf(one)] };
  const { looked, verdict, reason } = await lookAt([blocked, told]);
  expect([looked, verdict]).toEqual([2, 'inconclusive']);
  expect(reason).toContain(
    'It was seen blocked twice, but not alike: script was told "rejects TypeError", 0 violation',
  );
  expect(reason).toContain('1 violation events');
});

test('one of which no second look gives a verdict is not believed', async () => {
  const { looked, verdict, reason } = await lookAt([blocked, nothing, nothing]);
  expect([looked, verdict]).toEqual([3, 'inconclusive']);
  expect(reason).toContain('no second look gave a verdict');
});

test('a report that stays out is asked for once more, and again where its control sent none either', async () => {
  const reporting = { ...one, document: { ...one.document, reports: 'report-to' as const } };
  const told = { ...blocked, violations: [violationOf(one)] };
  const silent = { ...told, reportControlSilent: true };
  const looks = async (...seen: Evidence[]) => (await lookAt(seen, false, restsOnSilence, reporting)).looked;
  expect(await looks(told, told, told)).toBe(2);
  expect(await looks(silent, silent, silent)).toBe(3);
  expect(await looks(silent, told, told)).toBe(2);
  expect(await looks(silent, { ...told, reports: [arrived(0, 'report')] })).toBe(2);
});

test('of two looks without a report that stands whose control sent one', () => {
  const silent = { ...blocked, reportControlSilent: true };
  expect(whichStands(one, silent, blocked)).toBe(blocked);
  expect(whichStands(one, blocked, silent)).toBe(blocked);
});

test('a block that an event tells of is seen once, and so is one that nobody doubts', async () => {
  expect(await lookAt([{ ...blocked, violations: [violationOf(one)] }])).toMatchObject({
    ...{ looked: 1, verdict: 'blocked' },
  });
  expect(await lookAt([blocked], false)).toMatchObject({ looked: 1, verdict: 'blocked' });
});

test('one that is let through first, is doubted, and is blocked then is neither', async () => {
  const { looked, verdict, reason } = await lookAt([allowed, blocked], true, () => true);
  expect([looked, verdict]).toEqual([2, 'inconclusive']);
  expect(reason).toContain('It was seen allowed, and then blocked');
});

test('what rests on silence is doubted where it is new, and any verdict where a recorded deviation is gone', () => {
  expect([true, false].map((silent) => isDoubtful('new deviation', silent))).toEqual([true, false]);
  expect([true, false].map((silent) => isDoubtful('fixed deviation', silent))).toEqual([true, true]);
  expect([true, false].map((silent) => isDoubtful('known deviation', silent))).toEqual([false, false]);
});
