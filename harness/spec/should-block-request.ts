import type { Blocking } from './answers.ts';
import { doesRequestViolatePolicy } from './does-request-violate-policy.ts';
import type { Evaluation } from './evaluation.ts';
import type { CspList } from './policy.ts';
import type { FetchRequest } from './request.ts';
import type { Violations } from './violation.ts';

/**
 * Whether enforced policies block a request, CSP#should-block-request. Every policy is asked, and all must allow.
 * `optional` says that something else has stopped the request already, so that the events may stay out.
 */
export function shouldBlockRequest(
  request: FetchRequest,
  { policies, selfOrigin }: CspList,
  optional: boolean,
  violations: Violations,
  run: Evaluation,
): Blocking {
  // Step 2.
  let blocked = false;
  let matched: string | null = null;
  // Step 3.
  for (const policy of policies) {
    // Step 3.1.
    if (policy.disposition === 'report') continue;
    // Step 3.2.
    const answer = doesRequestViolatePolicy(request, policy, selfOrigin, run);
    if (answer.governs) matched = answer.matched;
    // Step 3.3.
    if (answer.violated !== null) {
      violations.report(request, policy, optional, run);
      blocked = true;
    }
  }
  run.step('CSP#should-block-request', 'enforced policies together', null, blocked ? 'Blocked' : 'Allowed');
  // Step 4.
  return { blocked, matched: blocked ? null : matched };
}
