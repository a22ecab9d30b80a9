import type { Blocking } from './answers.ts';
import { checkDirective } from './directive-check.ts';
import type { Evaluation } from './evaluation.ts';
import type { CspList } from './policy.ts';
import type { FetchRequest } from './request.ts';
import type { UrlRecord } from './url-record.ts';
import type { Violations } from './violation.ts';

/**
 * Whether policies block a response, CSP#should-block-response; `responseUrl` is its URL, and `asked` the one that the
 * policies were last asked about. Report-only policies are asked here once more (csp#781). A service worker's answer is
 * checked by the page's own redirect count (csp#261).
 */
export function shouldBlockResponse(
  responseUrl: UrlRecord,
  asked: UrlRecord,
  request: FetchRequest,
  cspList: CspList,
  violations: Violations,
  run: Evaluation,
): Blocking {
  const check = () => checkAllPolicies(responseUrl, request, cspList, violations, run);
  // The steps repeat those before the request, unless a service worker answered with another URL, or HSTS has changed it.
  const repeats = responseUrl === asked;
  const result = repeats ? run.silently(check) : check();
  const what = repeats ? 'response, asked as the request was' : 'response of another URL';
  run.step('CSP#should-block-response', what, responseUrl.href, result.blocked ? 'Blocked' : 'Allowed');
  return result;
}

function checkAllPolicies(
  response: UrlRecord,
  request: FetchRequest,
  { policies, selfOrigin }: CspList,
  violations: Violations,
  run: Evaluation,
): Blocking {
  // Step 2.
  let blocked = false;
  let matched: string | null = null;
  // Step 3.
  for (const policy of policies) {
    // Step 3.1.
    for (const [directive, value] of policy.directives) {
      const check = checkDirective(directive, value, { request, response, policy, selfOrigin }, run);
      if (check === null) continue;
      if (policy.disposition === 'enforce') matched = check.matched;
      if (check.matched !== null) continue;
      // Step 3.1.1: Whether a response arrives at all is up to the network, so a report may stay out.
      violations.report(request, policy, policy.disposition === 'report', run);
      blocked ||= policy.disposition === 'enforce';
    }
  }
  // Step 4.
  return { blocked, matched: blocked ? null : matched };
}
