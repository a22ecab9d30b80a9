import type { PolicyAnswer } from './answers.ts';
import { checkDirective } from './directive-check.ts';
import { effectiveDirective } from './effective-directive.ts';
import type { Evaluation } from './evaluation.ts';
import type { Policy } from './policy.ts';
import type { FetchRequest } from './request.ts';
import { doesResourceHintViolatePolicy } from './resource-hint.ts';
import type { Origin } from './url-record.ts';

/** Whether a request violates a policy, CSP#does-request-violate-policy. */
export function doesRequestViolatePolicy(
  request: FetchRequest,
  policy: Policy,
  selfOrigin: Origin,
  run: Evaluation,
): PolicyAnswer {
  // Step 1.
  if (request.initiator === 'prefetch')
    return doesResourceHintViolatePolicy(request, policy, selfOrigin, run);
  // Step 2.
  let answer: PolicyAnswer = { violated: null, governs: false, matched: null };
  // Step 3: At most one directive of a policy executes; the others defer to it.
  for (const [directive, value] of policy.directives) {
    const check = checkDirective(directive, value, { request, policy, selfOrigin }, run);
    if (check === null) continue;
    answer = { violated: check.matched === null ? directive : null, governs: true, matched: check.matched };
  }
  if (!answer.governs) {
    const name = effectiveDirective(request);
    run.step(
      'CSP#should-directive-execute',
      `directives for ${name ?? 'no directive'}`,
      null,
      'none: Allowed',
    );
  }
  // Step 4.
  return answer;
}
