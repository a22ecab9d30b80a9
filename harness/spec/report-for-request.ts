import { doesRequestViolatePolicy } from './does-request-violate-policy.ts';
import type { Evaluation } from './evaluation.ts';
import type { CspList } from './policy.ts';
import type { FetchRequest } from './request.ts';
import type { Violations } from './violation.ts';

/** Reports what report-only policies find wrong with a request, CSP#report-for-request. It blocks nothing. */
export function reportForRequest(
  request: FetchRequest,
  { policies, selfOrigin }: CspList,
  violations: Violations,
  run: Evaluation,
): void {
  // Step 2.
  for (const policy of policies) {
    // Step 2.1.
    if (policy.disposition === 'enforce') continue;
    // Step 2.2.
    const { violated, governs } = doesRequestViolatePolicy(request, policy, selfOrigin, run);
    if (governs) {
      const outcome = violated === null ? 'Does Not Violate' : `reports ${violated}`;
      run.step('CSP#report-for-request', 'report-only policy', null, outcome);
    }
    // Step 2.3.
    if (violated !== null) violations.report(request, policy, false, run);
  }
}
