import { expand } from '../../harness/plan/expand.ts';
import type { PlannedCase } from '../../harness/plan/plan.ts';
import { questionOf } from '../../harness/plan/question.ts';
import type { Target } from '../../harness/plan/scenario.ts';
import {
  type Evidence,
  emptyEvidence,
  type OpenControl,
  type StepMessage,
  type ViolationMessage,
} from '../../harness/rig/evidence.ts';
import { type Explanation, explain } from '../../harness/spec/explain.ts';
import type { LedgerEntry } from '../../servers/index.ts';

/** One planned case of a page with this policy. */
export function plannedCase(policy: string, blocks: Target, by = 'fetch'): PlannedCase {
  const [one] = expand(
    { id: 'unit', title: 'Unit', documents: [{ policy, by, blocks: [blocks] }] },
    'unit',
    'unit.ts',
  ).cases;
  if (one === undefined) throw new Error('no case');
  return one;
}

export const specOf = (one: PlannedCase): Explanation => explain(questionOf(one, opened(one)));

const opened = (one: PlannedCase) => ({ case: one.id, run: '1', instance: one.document.id });

export const workingControl: OpenControl = {
  missing: null,
  failed: null,
  worked: true,
  arrived: true,
  unhandled: false,
  handlesOthers: false,
  shape: 'nothing',
};

/** Evidence of a case of which nothing was seen, next to controls that worked; `seen` puts something in. */
export function evidenceOf(one: PlannedCase, seen: Partial<Evidence> = {}): Evidence {
  return {
    ...emptyEvidence(opened(one)),
    calledAt: 1000,
    settled: true,
    open: workingControl,
    closed: { failed: null, violations: 1, shape: 'nothing' },
    ...seen,
  };
}

export const arrived = (hop = 0, kind: LedgerEntry['kind'] = 'request'): LedgerEntry => ({
  time: 1001,
  kind,
  case: 'x',
  document: null,
  run: '1',
  hop,
  method: 'GET',
  url: 'https://api.test/',
  headers: {},
  status: 200,
});

export const step = (step: StepMessage['step'], name: string, shape: string): StepMessage => ({
  kind: 'step',
  document: 'd',
  key: 'k',
  time: 1002,
  case: 'x',
  step,
  name,
  shape,
});

/** The very event the specification fires for this case, with `changes`. */
export function violationOf(
  one: PlannedCase,
  changes: Record<string, string | number | boolean> = {},
): ViolationMessage {
  const [expected] = specOf(one).violations;
  if (expected === undefined) throw new Error('the specification fires no event for this case');
  const { target: _, policyIndex: __, times: ___, atLeastOnce: ____, optional: _____, ...fields } = expected;
  return {
    kind: 'violation',
    document: 'd',
    key: 'k',
    time: 1003,
    target: 'document',
    fields: { ...fields, bubbles: true, composed: true, cancelable: false, ...changes },
  };
}
