import type { Evaluation } from './evaluation.ts';
import { parseSerializedPolicy } from './parse-serialized-policy.ts';
import { type Disposition, type Policy, serializePolicy } from './policy.ts';

/** Header lines of one name, as they arrived. */
export type HeaderLines = string | readonly string[] | undefined;

/**
 * The policies of a response, CSP#parse-response-csp: enforced ones first, whatever the order on the wire.
 * Several lines of a header are one comma-separated list, and every comma starts a new policy.
 */
export function parseResponsePolicies(
  policy: HeaderLines,
  reportOnly: HeaderLines,
  run: Evaluation,
): Policy[] {
  return [
    // Step 2: Content-Security-Policy.
    ...parseHeader(policy, 'enforce', run),
    // Step 3: Content-Security-Policy-Report-Only.
    ...parseHeader(reportOnly, 'report', run),
  ];
}

function parseHeader(lines: HeaderLines, disposition: Disposition, run: Evaluation): Policy[] {
  if (lines === undefined || lines.length === 0) return [];
  const policies: Policy[] = [];
  // By the grammar a malformed list is a failure as a whole; each piece is read on its own, as every engine does.
  for (const piece of asArray(lines).join(',').split(',')) {
    const policy = parseSerializedPolicy(piece, 'header', disposition, run);
    // Steps 2.2 and 3.2: A policy without directives is not kept.
    if (policy.directives.size > 0) policies.push(policy);
    run.step(
      'CSP#parse-response-csp',
      `policy from a header, ${disposition}`,
      piece.trim(),
      summarize(policy),
    );
  }
  return policies;
}

/** One item or several, as several. */
export function asArray<T>(items: T | readonly T[] | undefined): readonly T[] {
  if (items === undefined) return [];
  return Array.isArray(items) ? items : [items as T];
}

/** What was understood of a policy, for a step. */
export function summarize(policy: Policy): string {
  return policy.directives.size > 0 ? serializePolicy(policy) : 'no directive: dropped';
}
