import type { Evaluation } from './evaluation.ts';
import { parseSourceExpression } from './source-expression.ts';

/**
 * The expression of a source list that a request's nonce matches, or null, CSP#match-nonce-to-source-list.
 *
 * @param nonce the request's cryptographic nonce metadata; empty where it has none
 */
export function matchNonceToSourceList(
  nonce: string,
  sourceList: readonly string[],
  run: Evaluation,
): string | null {
  // Step 2.
  if (nonce === '') return null;
  // Step 3: Its value is compared as it stands, case included.
  const matched = sourceList.find((token) => {
    const expression = parseSourceExpression(token);
    return expression.kind === 'nonce' && expression.value === nonce;
  });
  const outcome = matched === undefined ? 'Does Not Match' : 'Matches';
  run.step('CSP#match-nonce-to-source-list', 'nonce', nonce, outcome);
  return matched ?? null;
}
