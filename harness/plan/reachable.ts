import { explain } from '../spec/explain.ts';
import type { PlannedCase } from './plan.ts';
import { questionOf } from './question.ts';

/** Whether the target could be reached if there were no policy: mixed content keeps some away. */
export function reachable(one: PlannedCase): boolean {
  const { creator, ...own } = questionOf(one);
  const { policy: _, reportOnly: __, meta: ___, allowlist: ____, allowlistReportOnly: _____, ...rest } = own;
  return explain({ ...rest, ...(creator && { creator: { self: creator.self } }) }).verdict === 'allowed';
}
