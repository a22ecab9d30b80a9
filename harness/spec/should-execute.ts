import { fallbackList } from './fallback-list.ts';
import type { Policy } from './policy.ts';

/** Whether a directive executes or defers to a more relevant one of its policy, CSP#should-directive-execute. */
export function shouldDirectiveExecute(
  effectiveDirectiveName: string | null,
  directiveName: string,
  policy: Policy,
): boolean {
  // Step 1. Where no directive governs, there is no fallback list.
  const list = effectiveDirectiveName === null ? [] : fallbackList(effectiveDirectiveName);
  // Step 2.
  for (const fallbackDirective of list) {
    // Step 2.1.
    if (directiveName === fallbackDirective) return true;
    // Step 2.2.
    if (policy.directives.has(fallbackDirective)) return false;
  }
  // Step 3.
  return false;
}
