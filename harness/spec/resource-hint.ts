import type { PolicyAnswer } from './answers.ts';
import type { Evaluation } from './evaluation.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import type { Policy } from './policy.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import type { Origin } from './url-record.ts';

/** The directives of step 3.1. The text leaves out default-src, which would then block what it allows: a slip (csp#585). */
const unionOf = new Set([
  'default-src',
  'child-src',
  'connect-src',
  'font-src',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'script-src',
  'script-src-elem',
  'style-src',
  'style-src-elem',
  'worker-src',
]);

/**
 * Whether a prefetch violates a policy, CSP#does-resource-hint-violate-policy. Each policy is asked alone, so that two of
 * them may allow it by different directives (csp#587). A preconnect makes no request (HTML#preconnect), and no policy is asked.
 */
export function doesResourceHintViolatePolicy(
  request: FetchRequest,
  policy: Policy,
  selfOrigin: Origin,
  run: Evaluation,
): PolicyAnswer {
  // Steps 1 and 2: Without default-src nothing restricts hints, not even connect-src 'none'.
  if (!policy.directives.has('default-src')) {
    run.step('CSP#does-resource-hint-violate-policy', 'no default-src', null, 'Does Not Violate');
    return { violated: null, governs: false, matched: null };
  }
  // Step 3: What any fetch directive allows may be prefetched.
  for (const [directive, value] of policy.directives) {
    // Step 3.1.
    if (!unionOf.has(directive)) continue;
    // Step 3.3.
    const matched = matchUrlToSourceList(
      currentUrlOf(request),
      value,
      selfOrigin,
      request.redirectCount,
      run,
    );
    // Step 3.4. (It says "Allowed" where the matcher says "Matches".)
    if (matched !== null) {
      run.step('CSP#does-resource-hint-violate-policy', directive, value.join(' '), 'Does Not Violate');
      return { violated: null, governs: true, matched };
    }
  }
  // Step 4.
  run.step('CSP#does-resource-hint-violate-policy', 'no directive matches', null, 'violates default-src');
  return { violated: 'default-src', governs: true, matched: null };
}
