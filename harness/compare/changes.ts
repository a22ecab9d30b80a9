import { z } from 'zod';
import { browserRecord } from '../results/schema.ts';
import { decision, facetName, status, verdict } from '../results/verdict.ts';

/** How a case stood in a browser at the time of a run. */
export const caseState = z.strictObject({
  verdict,
  status,
  deviates: z.array(facetName).describe('The facets that were not as the specification says'),
  outcome: z.string().describe('What script saw, in one line'),
});
export type CaseState = z.infer<typeof caseState>;

/**
 * What a transition is:
 *
 * - `new deviation`: a facet departs from the specification that did not before
 * - `fixed deviation`: a facet that departed no longer does
 * - `changed verdict`, `changed outcome`: something else was seen, and the specification says neither more nor less to it
 * - `changed status`: the same was seen, and it is now judged otherwise (a deviation was recorded, a case became unstable)
 * - `lost result`, `regained result`: the browser ran both times, the case only once
 */
export const transitionKind = z.enum([
  'new deviation',
  'fixed deviation',
  'changed verdict',
  'changed outcome',
  'changed status',
  'lost result',
  'regained result',
]);

export const transition = z.strictObject({
  case: z.string(),
  mechanism: z.string(),
  url: z.string(),
  browser: z.string(),
  kind: transitionKind,
  direction: z.enum(['worse', 'better', 'different']),
  from: caseState.nullable(),
  to: caseState.nullable(),
});
export type Transition = z.infer<typeof transition>;

const runMark = z.strictObject({ startedAt: z.string(), generator: z.string(), corpus: z.string() });

/** What is not the same in two runs. What is the same is not in it. */
export const changes = z.strictObject({
  from: runMark,
  to: runMark,
  browsers: z
    .array(z.strictObject({ name: z.string(), from: browserRecord.nullable(), to: browserRecord.nullable() }))
    .describe('Browsers of another version or system, new ones (from: null) and gone ones (to: null)'),
  added: z.array(z.string()).describe('Ids of cases that only the later run knows'),
  removed: z.array(z.string()).describe('Ids of cases that only the earlier run knows'),
  redefined: z
    .array(
      z.strictObject({
        case: z.string(),
        from: z.strictObject({ expected: decision, spec: decision }),
        to: z.strictObject({ expected: decision, spec: decision }),
      }),
    )
    .describe('Cases whose expected or spec verdict is another'),
  missing: z
    .array(z.strictObject({ scenario: z.string(), browser: z.string(), reason: z.string() }))
    .describe(
      'Scenario × browser pairs that the later run has no result for, and the earlier one did not lack',
    ),
  transitions: z.array(transition).describe('Sorted by browser, then by case'),
});
export type Changes = z.infer<typeof changes>;

/** Whether anything a browser does got worse, or is no longer known. */
export function gotWorse(found: Changes): boolean {
  return found.missing.length > 0 || found.transitions.some((each) => each.direction === 'worse');
}

/**
 * Whether any browser behaves otherwise than before. New versions and new cases alone are no change of behaviour, and
 * neither is the same behaviour judged otherwise, as when a deviation was recorded in between.
 */
export function behaviourChanged(found: Changes): boolean {
  return found.missing.length > 0 || found.transitions.some(({ kind }) => kind !== 'changed status');
}
